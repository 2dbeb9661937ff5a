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
                links.contains(where: {
                    !$0.entry.patients.isEmpty || $0.entry.recordKind == RecordKind.patient.rawValue
                })
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

    /// As few statements as there are powers of two in the number of links, sixteen at most in one. What is refused ends the
    /// transaction, which undoes all of it.
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
        SELECT at, patients || CASE WHEN \(SQLitePatientTrail.isRecord) THEN 'p' || record_id ELSE '' END
        FROM audit_events NOT INDEXED WHERE id >= ? AND (patients <> '[]' OR \(SQLitePatientTrail.isRecord)) ORDER BY at
        """
}
