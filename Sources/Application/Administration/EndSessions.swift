public import Domain

/// Ends all sessions of an account, and with them all of its tokens, at once.
public struct EndSessions: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// Succeeds also when there is none. An administrator's own sessions end too, that of the request included.
    /// - Throws: `.notAllowed` for who manages no accounts; `.notFound(.account)`.
    public func callAsFunction(of id: AccountID, by caller: Caller) async throws(Failure) {
        let now = clock.now()
        guard policy.permits(.manageAccounts, by: caller) else {
            throw try await storage.refused(.notAllowed, to: caller, on: AuditSubject(id), at: now)
        }
        try await storage.transaction(by: caller, on: AuditSubject(id), at: now) { stores throws(Failure) in
            guard let account = try await stores.accounts.findForChange(id) else { throw .notFound(.account) }
            try await stores.sessions.endAll(of: id, except: nil, at: now)
            try await stores.note(.sessionEnded, of: account, by: caller, at: now)
        }
    }
}
