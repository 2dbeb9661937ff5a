import ArgumentParser
import Domain
import HTTPTransport

/// `clinic check`
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check configuration and database; say what is wrong and what to do.",
        discussion:
            "Ends with status 0 when `clinic serve` would start, unless its port is taken. Changes nothing.")

    @OptionGroup var options: SettingOptions

    private static let confined =
        "The server's role can neither see rows that it did not ask to see nor change the audit trail."

    /// What is missing where the server's role owns the tables.
    static let unconfined =
        "the server's PostgreSQL role can see all rows and change the audit trail, since it owns the tables, may become their owner, is a superuser, or was given more than it needs; docs/operations.md says how to give it less."

    func run() async throws {
        let configuration = try options.configuration()
        say("The configuration is fine.")
        if configuration.isDebug {
            say(
                "Note: DEBUG is True. Before real people's data is kept, set DEBUG=False, SECRET_KEY and ALLOWED_HOSTS."
            )
        }
        if let tls = try configuration.tls?.read(at: SystemClock().now()) {
            say("The certificate is fine; it ends on \(tls.validTo.day).")
        }
        _ = try configuration.keptSigningKey()
        try configuration.expectRoomForDatabase()
        let database = try await configuration.openDatabaseToLook(logger: quietLogger())
        do {
            let pending = try await database.pendingMigrations()
            let isConfined = pending.isEmpty ? try await database.isConfined() : nil
            await database.close()
            guard pending.isEmpty || configuration.migratesOnStart else {
                throw StartFailure(
                    "The database lacks \(pending.count) migrations and AUTO_MIGRATE is off. Run: clinic migrate")
            }
            say(
                pending.isEmpty
                    ? "The database is fine."
                    : "The database \(configuration.hasDatabase ? "is fine" : "does not exist yet"); `clinic serve` will apply \(pending.count) migrations."
            )
            if let isConfined { say(isConfined ? Self.confined : "Note: \(Self.unconfined)") }
        } catch let failure as Failure {
            await database.close()
            throw StartFailure("The database cannot be used: \(failure.summary). \(Self.advice(on: failure))")
        }
    }

    private static func advice(on failure: Failure) -> String {
        // The role lacks a privilege.
        failure.summary.contains("SQLSTATE 42501")
            ? "May the role use the tables? Where another one owns them, set MIGRATION_DATABASE_URL."
            : "Does the server run, do DATABASE_URL or DB_* name it, and may the role log in?"
    }
}
