import Foundation
import PostgresTestServer
import Testing

/// The databases that `clinic` runs on.
enum Engine: String, CustomTestStringConvertible {
    case sqlite
    case postgres

    /// Those that can be had on this machine.
    static let available: [Engine] = TestPostgres.isAvailable ? [.sqlite, .postgres] : [.sqlite]

    var testDescription: String { rawValue }

    /// An empty database.
    func freshDatabase() async throws -> TestDatabase {
        switch self {
        case .sqlite: TestDatabase(engine: self, url: "sqlite:clinic.sqlite3", directory: try WorkingDirectory())
        case .postgres:
            TestDatabase(
                engine: self, url: try await TestPostgres.shared.freshDatabase(), directory: try WorkingDirectory())
        }
    }
}

/// A database of a test, and the folder in which its servers run.
struct TestDatabase: Sendable {
    /// Signs the tokens of all servers of the tests; a test's, and nobody else's.
    static let secretKey = "k7Wc2-only-for-tests-Qz91-Lm5vTe3Rb8Xy0"

    /// SQLite's shell said nothing of the data: it is missing, or ended with this status.
    struct NotChecked: Error, CustomStringConvertible {
        let status: Int32?
        var description: String {
            status.map { "sqlite3 ended with status \($0)" } ?? "sqlite3 is missing; run scripts/prepare test"
        }
    }

    let engine: Engine
    /// A superuser's, on PostgreSQL.
    let url: String
    let directory: WorkingDirectory

    /// On PostgreSQL the server's role owns nothing.
    var environment: [String: String] {
        switch engine {
        case .sqlite: ["DATABASE_URL": url, "SECRET_KEY": TestDatabase.secretKey]
        case .postgres:
            [
                "DATABASE_URL": TestRole.server.url(url), "MIGRATION_DATABASE_URL": TestRole.owner.url(url),
                "SECRET_KEY": TestDatabase.secretKey,
            ]
        }
    }

    /// Starts a server on this database.
    func server(_ more: [String: String] = [:]) async throws -> ServerProcess {
        try await ServerProcess.start(in: directory, environment: environment.merging(more) { $1 })
    }

    /// Runs a command on this database.
    func run(_ arguments: String..., more: [String: String] = [:]) async throws -> ClinicProgram.Outcome {
        try await ClinicProgram.run(arguments, in: directory, environment: environment.merging(more) { $1 })
    }

    /// Makes an administrator's account.
    func makeAdmin(_ name: String, password: String) async throws {
        try directory.write(password + "\n", to: "password-\(name)")
        let outcome = try await run(
            "createsuperuser", "--username", name, "--email", "\(name)@example.org", "--password-file",
            "password-\(name)")
        guard outcome.status == 0 else {
            throw ServerProcess.DidNotStart(status: outcome.status, errors: outcome.errors)
        }
    }

    /// What the engine itself says of the stored data: empty when it is sound.
    /// - Throws: when SQLite's shell is missing or cannot read the file, since then nothing was looked at.
    func complaints() async throws -> String {
        switch engine {
        case .postgres: return ""
        case .sqlite:
            let shell = "/usr/bin/sqlite3"
            guard FileManager.default.isExecutableFile(atPath: shell) else { throw NotChecked(status: nil) }
            let process = Process()
            process.executableURL = URL(fileURLWithPath: shell)
            process.arguments = [directory.file("clinic.sqlite3"), "PRAGMA integrity_check; PRAGMA foreign_key_check;"]
            try directory.write("", to: "complaints")
            process.standardOutput = FileHandle(forWritingAtPath: directory.file("complaints"))
            let status = try await ProcessStarter.shared.runToEnd(process)
            guard status == 0 else { throw NotChecked(status: status) }
            let text = directory.text(of: "complaints").trimmingCharacters(in: .whitespacesAndNewlines)
            return text == "ok" ? "" : "complaint: \(text)"
        }
    }
}
