public import Domain

/// Takes the second factor of somebody else's account away, for who lost it, and ends the account's sessions.
public struct ResetAccountSecondFactor: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Throws: `.notAllowed` for who manages no accounts; `.invalid` for the caller's own account, of which password and
    ///   code are asked for (`RemoveSecondFactor`); `.notFound(.account)`; `.conflict(.secondFactorAbsent)`.
    public func callAsFunction(of id: AccountID, by caller: Caller) async throws(Failure) {
        let (now, subject) = (clock.now(), AuditSubject(id))
        guard policy.permits(.manageAccounts, by: caller) else {
            throw try await storage.refused(.notAllowed, to: caller, on: subject, at: now)
        }
        guard id != caller.account else { throw .invalid([FieldError(.account, .ownAccount)]) }
        try await storage.transaction(by: caller, on: subject, at: now) { stores throws(Failure) in
            try await stores.resetSecondFactor(
                of: id, noting: AuditEvent(.secondFactorRemoved, by: caller, at: now, on: subject))
        }
    }
}
