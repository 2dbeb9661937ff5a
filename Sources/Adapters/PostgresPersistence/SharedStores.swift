import Application
import Domain
import PostgresClient

extension Stores {
    /// For a work that has a seat in a transaction.
    init(_ seat: SharedSeat<AuditEvent>) {
        self.init(seat.transaction, audit: SharedAuditStore(seat: seat))
    }
}

/// Notes events at the end of a transaction, with those of its other works.
private struct SharedAuditStore: AuditStore {
    let seat: SharedSeat<AuditEvent>

    func record(_ events: [AuditEvent]) async throws(Failure) { seat.note(events) }

    func newestHead() async throws(Failure) -> KeptAuditHead? {
        try await PostgresAuditHeads(transaction: seat.transaction).newest()
    }

    func keep(_ head: SignedAuditHead) async throws(Failure) {
        try await PostgresAuditHeads(transaction: seat.transaction).keep(head)
    }
}
