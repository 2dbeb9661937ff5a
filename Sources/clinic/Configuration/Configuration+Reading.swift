import AdminPages
import Application
import Domain
import Logging
import PostgresClient

/// Everything that is wrong with the settings.
struct ConfigurationProblems: Error, CustomStringConvertible {
    let problems: [String]

    var description: String {
        (["The configuration is not usable:"] + problems.map { "  - \($0)" }).joined(separator: "\n")
    }
}

extension Configuration {
    /// - Throws: all problems at once.
    init(_ sources: SettingSources) throws(ConfigurationProblems) {
        self.init()
        var reader = SettingReader(values: sources.values, problems: sources.problems)
        readServer(&reader)
        readTLS(&reader)
        readDatabase(&reader)
        readMigrationConnection(&reader)
        checkConnectionStrings(&reader)
        readRules(&reader)
        readPages(&reader)
        readAudit(&reader)
        readMetrics(&reader)
        readSignIn(&reader)
        checkForProduction(&reader)
        guard reader.problems.isEmpty else { throw ConfigurationProblems(problems: reader.problems) }
    }

    private mutating func readServer(_ reader: inout SettingReader) {
        host = reader.text("HOST") ?? host
        port = reader.number("PORT", 0...65_535) ?? port
        isDebug = reader.boolean("DEBUG") ?? isDebug
        secretKey = reader.text("SECRET_KEY").map(Sensitive.init)
        allowedHosts = reader.list("ALLOWED_HOSTS") ?? allowedHosts
        if allowedHosts.contains(where: { $0.contains("/") || ($0.contains(":") && !$0.hasPrefix("[")) }) {
            reader.refuse("ALLOWED_HOSTS", "has more than names of hosts; leave out scheme, port and path.")
        }
        allowedOrigins = reader.list("CORS_ALLOWED_ORIGINS").map(Set.init) ?? allowedOrigins
        if !allowedOrigins.allSatisfy({ $0.wholeMatch(of: /https?:\/\/[^\/]+/) != nil }) {
            reader.refuse(
                "CORS_ALLOWED_ORIGINS", "has what is no origin; one is written like https://desk.example.org.")
        }
        let proxies = reader.list("TRUSTED_PROXIES") ?? []
        trustedProxies = proxies.compactMap { AddressRange($0) }
        if trustedProxies.count < proxies.count {
            reader.refuse("TRUSTED_PROXIES", "has what is neither an address nor a range such as 10.0.0.0/8.")
        }
        maximumBodyBytes = reader.number("MAX_BODY_BYTES", 1024...67_108_864) ?? maximumBodyBytes
        headTimeoutSeconds = reader.number("HEAD_TIMEOUT_SECONDS", 1...3600) ?? headTimeoutSeconds
        requestTimeoutSeconds = reader.number("REQUEST_TIMEOUT_SECONDS", 1...3600) ?? requestTimeoutSeconds
        maximumConnections = reader.number("MAX_CONNECTIONS", 1...65_536) ?? maximumConnections
        listMemoryMiB = reader.number("LIST_MEMORY_MIB", 4...4096) ?? listMemoryMiB
        logLevel =
            reader.choice(
                "LOG_LEVEL", Dictionary(uniqueKeysWithValues: Logger.Level.allCases.map { ($0.rawValue, $0) }))
            ?? logLevel
    }

    private mutating func readTLS(_ reader: inout SettingReader) {
        switch (reader.text("TLS_CERTIFICATE"), reader.text("TLS_KEY")) {
        case (nil, nil): tls = nil
        case (let certificate?, let key?): tls = TLSFiles(certificate: certificate, key: key)
        case (_?, nil): reader.refuse("TLS_KEY", "is not set, and TLS_CERTIFICATE is; name the file with its key.")
        case (nil, _?):
            reader.refuse("TLS_CERTIFICATE", "is not set, and TLS_KEY is; name the file with its certificate.")
        }
    }

    private mutating func readSignIn(_ reader: inout SettingReader) {
        let limits = 0...1000
        let minimum = PasswordRules.minimumLength
        rules.minimumPasswordLength = reader.number("PASSWORD_MIN_LENGTH", minimum...128) ?? minimum
        let standard = ThrottleRules()
        rules.throttle.perAccount = reader.number("SIGN_IN_FAILURES_PER_ACCOUNT", limits) ?? standard.perAccount
        rules.throttle.perNetwork = reader.number("SIGN_IN_FAILURES_PER_ADDRESS", limits) ?? standard.perNetwork
        rules.throttle.windowSeconds =
            reader.number("SIGN_IN_WINDOW_MINUTES", 1...1440).map { Int64($0) * 60 } ?? standard.windowSeconds
        rules.administratorsNeedSecondFactor = reader.boolean("ADMIN_REQUIRES_OTP") ?? false
    }

    private mutating func readDatabase(_ reader: inout SettingReader) {
        dataDirectory = reader.text("DATA_DIRECTORY") ?? dataDirectory
        transactionConnections = reader.number("DB_TRANSACTION_CONNECTIONS", 1...64) ?? transactionConnections
        keepsSessionState = reader.boolean("DB_PREPARED_STATEMENTS") ?? keepsSessionState
        migratesOnStart = reader.boolean("AUTO_MIGRATE") ?? migratesOnStart
        if let url = reader.text("DATABASE_URL") {
            do throws(DatabaseChoice.Unusable) {
                database = try DatabaseChoice(url: url)
            } catch {
                reader.refuse("DATABASE_URL", error.reason)
            }
        } else if let name = reader.text("DB_NAME") {
            database = .postgres(DatabaseParts(name: name, reader: &reader).connectionString)
        } else {
            database = .sqlite(path: "\(dataDirectory)/clinic.sqlite3")
            for key in ["DB_USER", "DB_PASSWORD", "DB_HOST", "DB_PORT"] where reader.text(key) != nil {
                reader.refuse(
                    key, "is set but DB_NAME is not; name the PostgreSQL database, or remove it to use SQLite.")
            }
        }
    }

    private mutating func readMigrationConnection(_ reader: inout SettingReader) {
        let key = "MIGRATION_DATABASE_URL"
        guard let url = reader.text(key) else { return }
        guard case .postgres = database else {
            return reader.refuse(key, "is set, and the records are not kept in PostgreSQL; remove it.")
        }
        guard case .postgres(let connection)? = try? DatabaseChoice(url: url) else {
            return reader.refuse(key, "does not begin with postgresql://.")
        }
        migrationConnection = connection
    }

    private func checkConnectionStrings(_ reader: inout SettingReader) {
        if case .postgres(let connection) = database {
            check(connection, of: reader.text("DATABASE_URL") == nil ? "DB_*" : "DATABASE_URL", &reader)
        }
        if let migrationConnection { check(migrationConnection, of: "MIGRATION_DATABASE_URL", &reader) }
    }

    private func check(_ connection: Sensitive, of key: String, _ reader: inout SettingReader) {
        if let authority = connection.text.split(separator: "/", maxSplits: 2).dropFirst().first,
            connection.text.hasPrefix("postgres"), authority.count(where: { $0 == "@" }) > 1
        {
            return reader.refuse(key, "has an @ in user or password; write it as %40, / as %2F, : as %3A.")
        }
        guard (try? PostgresConfiguration(connection.text)) == nil else { return }
        reader.refuse(key, "cannot be read by libpq: expected postgresql://user:password@host:5432/name.")
    }

    private mutating func readRules(_ reader: inout SettingReader) {
        let minutes = reader.number("ACCESS_TOKEN_LIFETIME_MIN", 1...1440) ?? 30
        let days = reader.number("REFRESH_TOKEN_LIFETIME_DAYS", 1...365) ?? 1
        rules.tokenLifetimes = .init(accessMinutes: minutes, refreshDays: days)
        rules.registrationIsOpen = reader.choice("REGISTRATION", ["open": true, "closed": false]) ?? true
        rules.patientVisibility =
            reader.choice("PATIENT_VISIBILITY", ["creator": .creator, "clinic": .clinic]) ?? .creator
        servesHospitalDialect = reader.boolean("HOSPITAL_DIALECT") ?? servesHospitalDialect
        argon2.memoryKiB = reader.number("ARGON2_MEMORY_KIB", 8192...1_048_576) ?? argon2.memoryKiB
        argon2.iterations = reader.number("ARGON2_ITERATIONS", 1...20) ?? argon2.iterations
        argon2.threads = reader.number("ARGON2_THREADS", 1...64)
        if hashParameters == nil {
            reader.refuse(
                "ARGON2_MEMORY_KIB", "and ARGON2_ITERATIONS together ask for too much work; lower one of them.")
        }
    }

    private mutating func readPages(_ reader: inout SettingReader) {
        servesAdminPages = reader.boolean("ADMIN_PAGES") ?? servesAdminPages
        guard let name = reader.text("TIME_ZONE") else { return }
        if let time = ClinicTime(zone: name) {
            clinicTime = time
        } else {
            reader.refuse("TIME_ZONE", "is no time zone that this system knows; one is written like Europe/Berlin.")
        }
    }

    private mutating func readAudit(_ reader: inout SettingReader) {
        auditKey = reader.text("AUDIT_KEY").map(Sensitive.init)
        formerAuditKeys = (reader.list("AUDIT_FORMER_KEYS") ?? []).map(Sensitive.init)
        auditHeadSeconds = reader.number("AUDIT_HEAD_SECONDS", 1...86_400) ?? auditHeadSeconds
        if let key = auditKey?.text, let reason = SecretKeyStrength.weakness(of: key) {
            reader.refuse("AUDIT_KEY", "\(reason); make one with: openssl rand -hex 32")
        }
    }

    private mutating func readMetrics(_ reader: inout SettingReader) {
        metricsToken = reader.text("METRICS_TOKEN").map(Sensitive.init)
        guard let token = metricsToken?.text, token.utf8.count < 16 || token.contains(where: \.isWhitespace) else {
            return
        }
        reader.refuse(
            "METRICS_TOKEN", "is shorter than 16 bytes or has white space in it; make one with: openssl rand -hex 32")
    }

    private func checkForProduction(_ reader: inout SettingReader) {
        if isDebug, let key = secretKey?.text, key.utf8.count < 8 {
            reader.refuse("SECRET_KEY", "is shorter than 8 bytes; make one with: openssl rand -hex 32")
        }
        guard !isDebug else { return }
        if let reason = SecretKeyStrength.weakness(of: secretKey?.text) {
            reader.refuse("SECRET_KEY", "\(reason), and DEBUG is False; make one with: openssl rand -hex 32")
        }
        if reader.list("ALLOWED_HOSTS")?.isEmpty ?? true {
            reader.refuse(
                "ALLOWED_HOSTS", "is not set, and DEBUG is False; name the hosts under which clients reach the server.")
        }
    }
}
