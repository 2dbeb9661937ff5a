import Logging
extension Configuration {
    func openPostgres(_ connection: Sensitive, logger: Logger) async throws -> any Database {
        throw StartFailure("PostgreSQL is not built in yet.")
    }
}
