public import Application
public import Domain
import PostgresClient

/// How the database is, and the way to it.
extension PostgresStorage: StorageStateReader {
    public var load: StorageLoad {
        let (counters, notes) = (client.counters, auditClient.counters)
        return StorageLoad(
            lanes: [
                .init(
                    kind: .reads, connections: counters.readConnectionsOpen,
                    mostConnections: configuration.readConnections, underWay: counters.readsInFlight,
                    waiting: counters.readsWaiting),
                .init(
                    kind: .writesAndLists, connections: counters.transactionConnectionsOpen,
                    mostConnections: configuration.transactionConnections, underWay: counters.transactionsInUse,
                    waiting: counters.transactionsWaiting + shared.waiting),
                .init(
                    kind: .notes, connections: notes.transactionConnectionsOpen, mostConnections: 1,
                    underWay: notes.transactionsInUse, waiting: notes.transactionsWaiting),
            ], refused: counters.refused + notes.refused + shared.refused,
            lost: counters.connectionsLost + notes.connectionsLost)
    }

    public func state() async throws(Failure) -> StorageState {
        let known = migrator.migrations.count
        let found = try await client.first(PostgresStorage.about, []) { row throws(PostgresError) in
            StorageState(
                engine: .postgres, version: try row.string(), appliedMigrations: try row.int(),
                knownMigrations: known, bytes: Int64(try row.int()))
        }
        guard let found else { throw Failure(postgres: .unexpectedRowCount(0)) }
        return found
    }

    /// What distributions add to the version is left out.
    private static let about: PostgresStatement = """
        SELECT split_part(current_setting('server_version'), ' ', 1), count(*), pg_database_size(current_database())
        FROM schema_migrations
        """
}
