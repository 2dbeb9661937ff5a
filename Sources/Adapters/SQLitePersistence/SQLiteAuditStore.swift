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
            var first: Int64?
            for link in links {
                try db.write(SQLiteAuditRow.insertion, SQLiteAuditRow.values(link))
                first = first ?? db.lastInsertedRowID
            }
            guard let first, links.contains(where: { !$0.entry.patients.isEmpty }) else { return }
            try db.write(SQLiteAuditStore.indexing, [first])
        }
    }

    func keep(_ head: SignedAuditHead) async throws(Failure) {
        try await transaction.run { db in
            _ = try db.write("INSERT INTO audit_heads (text) VALUES (?)", [head.text])
        }
    }

    /// All new events by one statement and in the order of time: the index writes what it gathered at the end of a
    /// statement, and whenever time goes back.
    private static let indexing = """
        INSERT INTO audit_patients (rowid, patients)
        SELECT at, patients FROM audit_events NOT INDEXED WHERE id >= ? AND patients <> '[]' ORDER BY at
        """
}
