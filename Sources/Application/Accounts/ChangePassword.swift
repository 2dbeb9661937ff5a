public import Domain

/// Gives the caller's account another password, and ends all of its other sessions.
public struct ChangePassword: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let hasher: any PasswordHasher
    let check: PasswordCheck
    let minimumLength: Int

    /// - Throws: `.invalid` with everything that is wrong; `.throttled`; `.notSignedIn` when the session has ended
    ///   meanwhile; `.busy`.
    public func callAsFunction(from old: Password, to new: Password, by caller: Caller) async throws(Failure) {
        let minimumLength = minimumLength
        let accepted = try await check(old, of: caller) { account in
            [FieldError(.oldPassword, .wrongOldPassword)] + account.refusals(of: new, minimumLength: minimumLength)
        }
        var refusals = accepted.known.account.refusals(of: new, minimumLength: minimumLength)
        // Somebody else knows a password that has to be changed.
        if caller.mustChangePassword, new == old { refusals.append(FieldError(.newPassword, .passwordUnchanged)) }
        guard refusals.isEmpty else { throw .invalid(refusals) }
        let hash = try await hasher.hash(new)
        let now = clock.now()
        try await storage.transaction { stores throws(Failure) in
            let present = try await stores.holdAccount(of: caller, accepted, at: now)
            var account = present.account
            account.mustChangePassword = false
            account.updatedAt = now.following(account.updatedAt)
            try await stores.accounts.update(account)
            try await stores.accounts.keep(hash, of: account.id)
            try await stores.note(.passwordChanged, of: account, by: caller, at: now)
            try await stores.sessions.endAll(of: account.id, except: caller.session, at: now)
            // Who knows the password may still be guessing codes: what failed counts on.
            guard !present.hasSecondFactor else { return }
            try await accepted.attempt.succeeded(in: stores.throttle, at: now)
        }
    }
}

extension Account {
    /// What is wrong with a new password of this account.
    fileprivate func refusals(of password: Password, minimumLength: Int) -> [FieldError] {
        let reasons = PasswordRules.refusals(
            of: password, attributes: PasswordRules.attributes(of: self), minimumLength: minimumLength)
        return reasons.map { FieldError(.newPassword, $0) }
    }
}
