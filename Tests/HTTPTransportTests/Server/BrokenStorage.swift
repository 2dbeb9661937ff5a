import Application
import Domain

/// A storage that still knows who is signed in, and fails at every transaction.
struct BrokenStorage: Storage {
    let storage: any Storage
    let failure: Failure

    var reads: Readers { storage.reads }
    var audit: any AuditTrail { BrokenTrail(failure: failure) }

    func transaction<Result: Sendable>(
        _ work: @escaping @Sendable (Stores) async throws(Failure) -> Result
    ) async throws(Failure) -> Result { throw failure }

    func checkReadiness() async throws(Failure) { throw failure }
}

/// A trail in which nothing can be noted.
private struct BrokenTrail: AuditTrail {
    let failure: Failure

    func record(_ event: AuditEvent) async throws(Failure) { throw failure }
}
