public import Domain

/// Reads the caller's own account.
public struct FindProfile: Sendable {
    let storage: any Storage
    let clock: any WallClock

    /// - Throws: `.notFound(.account)` when the account is gone.
    public func callAsFunction(of caller: Caller) async throws(Failure) -> Account {
        guard let account = try await storage.reads.accounts.find(caller.account) else { throw .notFound(.account) }
        try await storage.noteReading(.accountRead, of: account, by: caller, at: clock.now())
        return account
    }
}
