public import Domain

/// Reads any account.
public struct FindAccount: Sendable {
    let storage: any Storage
    let policy: Policy

    /// - Throws: `.notAllowed` for who manages no accounts, whether there is such an account or not;
    ///   `.notFound(.account)`.
    public func callAsFunction(_ id: AccountID, for caller: Caller) async throws(Failure) -> Account {
        guard policy.permits(.manageAccounts, by: caller) else { throw .notAllowed }
        guard let account = try await storage.reads.accounts.find(id) else { throw .notFound(.account) }
        return account
    }
}
