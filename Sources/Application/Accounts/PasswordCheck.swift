import Domain

/// Asks somebody who is signed in for the password again, before what is worth stealing a session for.
struct PasswordCheck: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let hasher: any PasswordHasher
    let throttle: SignInThrottle

    /// The caller's account as it is, and the attempt as which its password counts.
    struct Accepted: Sendable {
        let known: Credentials
        let attempt: SignInAttempt
    }

    /// - Parameter errors: what is answered to another password.
    /// - Throws: `.invalid`; `.throttled` after too many failures, at sign-ins too.
    func callAsFunction(
        _ password: Password, of caller: Caller, else errors: (Account) -> [FieldError]
    ) async throws(Failure) -> Accepted {
        guard let known = try await storage.reads.accounts.credentials(of: caller.account) else {
            throw .notFound(.account)
        }
        let attempt = throttle.attempt(on: known.account.username.text, from: caller.origin)
        try await attempt.expectAllowed(by: storage.reads.throttle, at: clock.now())
        guard try await hasher.verify(password, against: known.passwordHash) else {
            let event = AuditEvent(.signInRefused, by: caller, at: clock.now())
            throw try await attempt.failed(.invalid(errors(known.account)), in: storage, noting: event)
        }
        return Accepted(known: known, attempt: attempt)
    }
}

extension Stores {
    /// Holds the account whose password was checked.
    ///
    /// - Throws: `.notSignedIn` when the session has ended meanwhile; `.busy` when the password is another one now.
    func holdAccount(
        of caller: Caller, _ accepted: PasswordCheck.Accepted, at now: Instant
    ) async throws(Failure) -> Credentials {
        let present = try await accounts.credentialsForChange(caller.account)
        guard let present, try await sessions.caller(of: caller.session, account: caller.account, at: now) != nil else {
            throw .notSignedIn(.invalidToken)
        }
        guard present.passwordHash == accepted.known.passwordHash else { throw .busy }
        return present
    }
}
