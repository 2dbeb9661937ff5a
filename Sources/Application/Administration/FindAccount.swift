public import Domain

/// Reads any account.
public struct FindAccount: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Throws: `.notAllowed` for who manages no accounts, whether there is such an account or not;
    ///   `.notFound(.account)`.
    public func callAsFunction(_ id: AccountID, for caller: Caller) async throws(Failure) -> Account {
        let now = clock.now()
        guard policy.permits(.manageAccounts, by: caller) else {
            throw try await storage.refused(.notAllowed, to: caller, on: AuditSubject(id), at: now)
        }
        guard let account = try await storage.reads.accounts.find(id) else {
            throw try await storage.refused(.notFound(.account), to: caller, on: AuditSubject(id), at: now)
        }
        try await storage.noteReading(.accountRead, of: account, by: caller, at: now)
        return account
    }
}
