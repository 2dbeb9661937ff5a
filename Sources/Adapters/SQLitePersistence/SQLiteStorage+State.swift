public import Application
public import Domain
import GRDB

/// How the database is, and the way to it.
extension SQLiteStorage: StorageStateReader {
    public var load: StorageLoad {
        let (reads, writes) = (readers?.load, writer.load)
        let writing = StorageLoad.Lane(
            kind: .writes, connections: 1, mostConnections: 1, underWay: writes.isTaken ? 1 : 0,
            waiting: writes.waiting)
        return StorageLoad(lanes: (reads?.lanes ?? []) + [writing], refused: (reads?.refused ?? 0) + writes.refused)
    }

    public func state() async throws(Failure) -> StorageState {
        let known = migrator.migrations.count
        return try await readAccess.run { db in
            StorageState(
                engine: .sqlite, version: try String.fetchOne(db, sql: "SELECT sqlite_version()") ?? "",
                appliedMigrations: try Int.fetchOne(db, sql: "SELECT count(*) FROM schema_migrations") ?? 0,
                knownMigrations: known, bytes: try Int64.fetchOne(db, sql: SQLiteStorage.size) ?? 0)
        }
    }

    private static let size = """
        SELECT page_count * page_size
        FROM pragma_page_count(), pragma_page_size()
        """
}
