import Logging
import PostgresClient
import PostgresPersistence

extension PostgresStorage: Database {
    func close() async { await close(within: .seconds(30)) }
}

extension Configuration {
    func openPostgres(_ connection: Sensitive, logger: Logger) async throws -> any Database {
        var settings: PostgresConfiguration
        do {
            settings = try PostgresConfiguration(connection.text)
        } catch {
            throw StartFailure("The PostgreSQL connection string cannot be read; look at DATABASE_URL or DB_*.")
        }
        settings.transactionConnections = transactionConnections
        settings.preparedStatements = preparesStatements
        return PostgresStorage.open(settings, logger: logger)
    }
}
