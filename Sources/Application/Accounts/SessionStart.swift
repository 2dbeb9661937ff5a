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
