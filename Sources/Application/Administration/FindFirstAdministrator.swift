public import Domain
import Synchronization

/// Tells whether the clinic has an administrator yet; a new one has none until somebody makes it on the command line.
public final class FindFirstAdministrator: Sendable {
    private let storage: any Storage
    /// There is always one once there was one: the last one cannot be taken away.
    private let isFound = Atomic(false)

    init(storage: any Storage) { self.storage = storage }

    /// Whether there is one.
    public func callAsFunction() async throws(Failure) -> Bool {
        if isFound.load(ordering: .relaxed) { return true }
        var query = AccountQuery()
        query.role = .admin
        query.page.size = 1
        guard try await !storage.reads.accounts.list(query).isEmpty else { return false }
        isFound.store(true, ordering: .relaxed)
        return true
    }
}
