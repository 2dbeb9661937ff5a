import Application
import Domain

/// A storage that still knows who is signed in, and fails at every transaction.
struct BrokenStorage: Storage {
    let storage: any Storage
    let failure: Failure

    var reads: Readers { storage.reads }

    func transaction<Result: Sendable>(
        _ work: @escaping @Sendable (Stores) async throws(Failure) -> Result
    ) async throws(Failure) -> Result { throw failure }

    func checkReadiness() async throws(Failure) { throw failure }
}
