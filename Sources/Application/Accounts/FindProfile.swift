public import Domain

/// Reads the caller's own account.
public struct FindProfile: Sendable {
    let storage: any Storage

    /// - Throws: `.notFound(.account)` when the account is gone.
    public func callAsFunction(of caller: Caller) async throws(Failure) -> Account {
        guard let account = try await storage.reads.accounts.find(caller.account) else { throw .notFound(.account) }
        return account
    }
}
