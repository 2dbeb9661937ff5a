import Application
import Logging
import PostgresClient
import PostgresPersistence

extension PostgresStorage: Database {
    func close() async { await close(within: .seconds(30)) }
}

extension Configuration {
    func openPostgres(
        _ connection: Sensitive, audit: AuditChains, logger: Logger
    ) async throws -> any Database {
        PostgresStorage.open(try postgresConfiguration(connection), audit: audit, logger: logger)
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
