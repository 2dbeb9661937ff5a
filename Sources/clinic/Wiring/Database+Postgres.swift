import Application
import Domain
import Logging
import PostgresClient
import PostgresPersistence

extension PostgresStorage: Database {
    func close() async { await close(within: .seconds(30)) }

    func isConfined() async throws(Failure) -> Bool? { try await hasConfinedRole() }
}

extension Configuration {
    func openPostgres(
        _ connection: Sensitive, audit: AuditChains, logger: Logger
    ) async throws -> any Database {
        var owner: PostgresConfiguration?
        if let migrationConnection { owner = try postgresConfiguration(migrationConnection) }
        return PostgresStorage.open(
            try postgresConfiguration(connection), owner: owner, audit: audit, logger: logger)
    }

    /// What the settings say about connections to PostgreSQL.
    func postgresConfiguration(_ connection: Sensitive) throws(StartFailure) -> PostgresConfiguration {
        var settings: PostgresConfiguration
        do {
            settings = try PostgresConfiguration(connection.text)
        } catch {
            throw StartFailure("The PostgreSQL connection string cannot be read; look at DATABASE_URL or DB_*.")
        }
        settings.transactionConnections = transactionConnections
        // One without the other helps nobody: PgBouncer refuses timeouts at connection whether it knows of prepared
        // statements or not.
        settings.preparedStatements = keepsSessionState
        settings.sessionOptions = keepsSessionState
        return settings
    }
}
