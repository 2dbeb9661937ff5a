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
            for link in links { _ = try db.write(SQLiteAuditRow.insertion, SQLiteAuditRow.values(link)) }
        }
    }

    func keep(_ head: SignedAuditHead) async throws(Failure) {
        try await transaction.run { db in
            _ = try db.write("INSERT INTO audit_heads (text) VALUES (?)", [head.text])
        }
    }
}
