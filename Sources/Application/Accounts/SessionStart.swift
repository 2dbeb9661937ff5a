public import Domain

/// What it takes to begin a session of an account whose holder has proved to be that.
struct SessionStart: Sendable {
    let tokens: Tokens
    let attempt: SignInAttempt
    let origin: RequestOrigin
    let now: Instant
}

extension Stores {
    /// Begins a session.
    func signIn(_ account: Account, _ start: SessionStart) async throws(Failure) -> SignedIn {
        let session = start.tokens.newSession(of: account.id, from: start.origin, at: start.now)
        try await sessions.insert(session)
        var event = AuditEvent(
            .sessionStarted, from: start.origin, at: start.now, account: account.id, on: account.subject)
        (event.role, event.session, event.patients) = (account.role, session.id, account.concerned)
        try await audit.record(event)
        try await start.attempt.succeeded(in: throttle, at: start.now)
        return SignedIn(
            account: account, tokens: start.tokens.pair(for: account.id, session: session.id, at: start.now))
    }
}

/// An account that has just signed in, with its tokens.
public struct SignedIn: Equatable, Sendable {
    public let account: Account
    public let tokens: TokenPair
}
