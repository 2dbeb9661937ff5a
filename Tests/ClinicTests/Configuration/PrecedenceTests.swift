import Application
import Domain
import HTTPTransport
import Logging
import Testing

@testable import clinic

@Suite struct `The sources of settings` {
    @Test func `are defaults, .env, environment and flags, and the later wins`() throws {
        let file = "PORT=1\nMAX_BODY_BYTES=2001\nARGON2_THREADS=11\n"
        let environment = ["PORT": "2", "MAX_BODY_BYTES": "2002"]

        let configuration = try Configuration.read(envFile: file, environment: environment, flags: ["PORT": "3"])

        #expect(configuration.port == 3)
        #expect(configuration.maximumBodyBytes == 2002)
        #expect(configuration.argon2.threads == 11)
        #expect(configuration.maximumConnections == 4096)
    }

    @Test(arguments: Setting.all.map(\.key))
    func `are ranked alike for every key`(key: String) {
        let file = "\(key)=from .env\n"
        let environment = [key: "from the environment"]
        let flags = [key: "from a flag"]

        #expect(SettingSources(envFile: nil, environment: [:], flags: [:]).values.isEmpty)
        #expect(SettingSources(envFile: file, environment: [:], flags: [:]).values == [key: "from .env"])
        #expect(SettingSources(envFile: file, environment: environment, flags: [:]).values == environment)
        #expect(SettingSources(envFile: file, environment: environment, flags: flags).values == flags)
        #expect(SettingSources(envFile: file, environment: [:], flags: flags).values == flags)
    }

    @Test func `may have later lines of .env say otherwise than earlier ones`() throws {
        #expect(try Configuration.read(envFile: "PORT=1\nPORT=2\n").port == 2)
    }

    @Test(arguments: Setting.all.map(\.key))
    func `say nothing by a key without a value`(key: String) throws {
        #expect(try described(.read(environment: [key: ""])) == described(.read()))
    }

    @Test func `yield the defaults when they repeat them`() throws {
        let said = Setting.all.filter {
            !["SECRET_KEY", "AUDIT_KEY", "DATABASE_URL", "ARGON2_THREADS"].contains($0.key)
        }
        // Without DB_NAME the rest of DB_* has no meaning.
        let withoutDatabase = said.filter { !["DB_HOST", "DB_PORT"].contains($0.key) }
        let defaults = Dictionary(uniqueKeysWithValues: withoutDatabase.map { ($0.key, $0.standard) })

        #expect(try described(.read(environment: defaults)) == described(.read()))
    }

    @Test(arguments: ["True", "true", "TRUE", "1", "yes", "on", "On"])
    func `say yes in several ways`(text: String) throws {
        #expect(try Configuration.read(environment: ["DEBUG": text]).isDebug)
    }

    @Test(arguments: ["False", "false", "FALSE", "0", "no", "off", "Off"])
    func `say no in several ways`(text: String) throws {
        #expect(try !Configuration.read(environment: ["AUTO_MIGRATE": text]).migratesOnStart)
    }

    @Test func `reach the rules of the house and the server`() throws {
        let configuration = try Configuration.read(environment: [
            "REGISTRATION": "closed", "PATIENT_VISIBILITY": "clinic", "ACCESS_TOKEN_LIFETIME_MIN": "5",
            "REFRESH_TOKEN_LIFETIME_DAYS": "7", "ALLOWED_HOSTS": "clinic.example.org, .example.net ,",
            "CORS_ALLOWED_ORIGINS": "https://clinic.example.org", "HOST": "::1", "LOG_LEVEL": "WARNING",
        ])

        #expect(!configuration.rules.registrationIsOpen && configuration.rules.patientVisibility == .clinic)
        #expect(configuration.rules.tokenLifetimes == .init(accessMinutes: 5, refreshDays: 7))
        #expect(configuration.allowedHosts == ["clinic.example.org", ".example.net"])
        #expect(configuration.allowedOrigins == ["https://clinic.example.org"])
        #expect(configuration.host == "::1" && configuration.httpSettings.host == "::1")
        #expect(configuration.logLevel == .warning)
    }
}

/// Every property by name. Secrets look alike.
private func described(_ configuration: clinic.Configuration) -> [String: String] {
    let properties = Mirror(reflecting: configuration).children.compactMap { child in
        child.label.map { ($0, (child.value as? Set<String>).map { "\($0.sorted())" } ?? "\(child.value)") }
    }
    return Dictionary(uniqueKeysWithValues: properties)
}
