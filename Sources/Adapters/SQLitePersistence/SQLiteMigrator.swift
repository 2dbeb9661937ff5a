import Domain
import GRDB

/// Brings a schema up to date and keeps the books in `schema_migrations`.
struct SQLiteMigrator: Sendable {
    let migrations: [SQLiteMigration]

    init(_ migrations: [SQLiteMigration]) { self.migrations = migrations }

    /// What has not been applied yet, in order.
    ///
    /// - Throws: `SQLiteFault.schemaIsNewer`, `SQLiteFault.migrationChanged`.
    func pending(in db: Database) throws -> [SQLiteMigration] {
        let applied = try checkedNumbers(in: db)
        return migrations.filter { !applied.contains($0.number) }
    }

    /// Whether all migrations of this program are applied; there may be newer ones.
    func isCurrent(in db: Database) throws -> Bool {
        guard try Bool.fetchOne(db, sql: SQLiteMigrator.booksExist) == true else { return false }
        let applied = Set(try Int64.fetchAll(db, sql: "SELECT number FROM schema_migrations"))
        return migrations.allSatisfy { applied.contains($0.number) }
    }

    /// Applies a migration, unless somebody did already. Called inside a transaction.
    ///
    /// - Returns: whether it was applied now.
    func apply(_ migration: SQLiteMigration, in db: Database, at now: Instant) throws -> Bool {
        try db.execute(sql: SQLiteMigrator.books)
        guard try !checkedNumbers(in: db).contains(migration.number) else { return false }
        try db.execute(sql: migration.sql)
        switch migration.step {
        case .foldSearchText: for table in ["patients", "doctors"] { try db.rewriteSearchText(of: table) }
        case .foldSearchTextOfAccounts: try db.rewriteSearchText(of: "accounts", where: "TRUE")
        case .markRuns:
            try db.rewriteSearchText(of: "patients") { SearchText.marked($0) }
            // In one piece again, or who registers patients would have to merge the pieces.
            try db.execute(sql: "INSERT INTO patients_search (patients_search) VALUES ('optimize')")
        case .foldAndMark:
            try db.rewriteSearchText(of: "doctors")
            try db.rewriteSearchText(of: "accounts", where: "TRUE")
            try db.rewriteSearchText(of: "patients") { SearchText.markedAnew($0) }
        case nil: break
        }
        try db.execute(
            sql: "INSERT INTO schema_migrations (number, name, checksum, applied_at) VALUES (?, ?, ?, ?)",
            arguments: [migration.number, migration.name, migration.checksum, now.microseconds])
        return true
    }

    /// The numbers of the applied migrations, all of which are known here and unchanged.
    private func checkedNumbers(in db: Database) throws -> Set<Int64> {
        guard try Bool.fetchOne(db, sql: SQLiteMigrator.booksExist) == true else { return [] }
        let known = Dictionary(uniqueKeysWithValues: migrations.map { ($0.number, $0) })
        var numbers: Set<Int64> = []
        let rows = try Row.fetchCursor(db, sql: "SELECT number, name, checksum FROM schema_migrations ORDER BY number")
        while let row = try rows.next() {
            let number = try row.decode(Int64.self, atIndex: 0)
            guard let migration = known[number] else { throw SQLiteFault.schemaIsNewer(number: number) }
            let name = try row.decode(String.self, atIndex: 1)
            let checksum = try row.decode(String.self, atIndex: 2)
            guard name == migration.name, checksum == migration.checksum else {
                throw SQLiteFault.migrationChanged(migration.title)
            }
            numbers.insert(number)
        }
        return numbers
    }

    private static let booksExist = """
        SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'schema_migrations')
        """

    private static let books = """
        CREATE TABLE IF NOT EXISTS schema_migrations (
            number     INTEGER PRIMARY KEY,
            name       TEXT    NOT NULL,
            checksum   TEXT    NOT NULL,
            applied_at INTEGER NOT NULL
        ) STRICT
        """
}
