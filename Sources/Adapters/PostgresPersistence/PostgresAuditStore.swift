import Application
import Domain
import PostgresClient

/// Notes events and heads in PostgreSQL, in a transaction.
struct PostgresAuditStore: AuditStore {
    let transaction: PostgresTransaction
    let chain: ChainWriter

    func record(_ events: [AuditEvent]) async throws(Failure) {
        do throws(PostgresError) {
            try recordLater(events)
        } catch {
            throw Failure(postgres: error)
        }
    }

    /// The events travel with the transaction's next statement.
    func recordLater(_ events: [AuditEvent]) throws(PostgresError) {
        let links = chain.link(events)
        guard let first = links.first else { return }
        guard links.count > 1 else {
            return try transaction.executeLater(AuditStatements.insertOne, PostgresAuditRows.values(first))
        }
        try transaction.executeLater(AuditStatements.insert, PostgresAuditRows.values(links, first: first))
    }

    func newestHead() async throws(Failure) -> KeptAuditHead? {
        try await PostgresAuditHeads(transaction: transaction).newest()
    }

    func keep(_ head: SignedAuditHead) async throws(Failure) {
        try await PostgresAuditHeads(transaction: transaction).keep(head)
    }
}

/// Signed heads in PostgreSQL.
struct PostgresAuditHeads {
    let transaction: PostgresTransaction

    func newest() async throws(Failure) -> KeptAuditHead? {
        try await transaction.change(AuditStatements.lockHeads, [.int64(AdvisoryLock.auditHeads)])
        return try await transaction.first(AuditStatements.newestHead, [], PostgresAuditRows.head)
    }

    func keep(_ head: SignedAuditHead) async throws(Failure) {
        try await transaction.change(AuditStatements.keepHead, [.text(head.text)])
    }
}
