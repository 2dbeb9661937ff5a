import Application
import Domain
import GRDB

/// Notes events and heads in SQLite, in a transaction.
struct SQLiteAuditStore: AuditStore {
    let transaction: SQLiteTransaction
    let chain: ChainWriter

    func record(_ events: [AuditEvent]) async throws(Failure) {
        let links = chain.link(events)
        try await transaction.run { db in
            guard let first = try SQLiteAuditStore.insert(links, in: db),
                links.contains(where: { !$0.entry.patients.isEmpty })
            else { return }
            try db.write(SQLiteAuditStore.indexing, [first])
        }
    }

    func newestHead() async throws(Failure) -> KeptAuditHead? {
        try await transaction.run { db in
            try db.first("SELECT id, text FROM audit_heads ORDER BY id DESC LIMIT 1", []) { row in
                KeptAuditHead(id: try row.integer(), text: try row.string())
            }
        }
    }

    func keep(_ head: SignedAuditHead) async throws(Failure) {
        try await transaction.run { db in
            _ = try db.write("INSERT INTO audit_heads (text) VALUES (?)", [head.text])
        }
    }

    /// As few statements as there are powers of two in the number of links, sixteen at most in one: before a statement that
    /// a trigger may refuse, SQLite copies each page that it changes, and most of an event's pages are those of the next.
    ///
    /// - Returns: the number of the first one.
    private static func insert(_ links: [ChainLink], in db: Database) throws -> Int64? {
        var first: Int64?
        var rest = links[...]
        for (count, insertion) in SQLiteAuditRow.insertions {
            while rest.count >= count {
                try db.write(insertion, rest.prefix(count).flatMap { SQLiteAuditRow.values($0) })
                // Numbers follow each other: nobody else writes.
                first = first ?? db.lastInsertedRowID - Int64(count - 1)
                rest = rest.dropFirst(count)
            }
        }
        return first
    }

    /// All new events by one statement and in the order of time: the index writes what it gathered at the end of a
    /// statement, and whenever time goes back.
    private static let indexing = """
        INSERT INTO audit_patients (rowid, patients)
        SELECT at, patients FROM audit_events NOT INDEXED WHERE id >= ? AND patients <> '[]' ORDER BY at
        """
}
