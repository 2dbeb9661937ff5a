import Domain

/// The two tokens of a session.
public struct TokenPair: Equatable, Sendable {
    public let access: String
    public let refresh: String
}

/// How long tokens are good for.
public struct TokenLifetimes: Equatable, Sendable {
    public let accessSeconds: Int64
    public let refreshSeconds: Int64

    /// - Parameters:
    ///   - accessMinutes: for how many minutes an access token is good.
    ///   - refreshDays: for how many days a refresh token is good.
    public init(accessMinutes: Int = 30, refreshDays: Int = 1) {
        accessSeconds = Int64(accessMinutes) * 60
        refreshSeconds = Int64(refreshDays) * 86_400
    }
}

/// Gives out tokens for sessions.
struct Tokens: Sendable {
    let issuer: any TokenIssuer
    let random: any RandomSource
    let lifetimes: TokenLifetimes

    /// A new session that lasts as long as its first refresh token.
    func newSession(of account: AccountID, at now: Instant) -> Session {
        Session(
            id: random.sessionID(), account: account, startedAt: now,
            expiresAt: now.adding(seconds: lifetimes.refreshSeconds))
    }

    /// New tokens for a session.
    func pair(for account: AccountID, session: SessionID, at now: Instant) -> TokenPair {
        TokenPair(
            access: token(.access, account, session, from: now, seconds: lifetimes.accessSeconds),
            refresh: token(.refresh, account, session, from: now, seconds: lifetimes.refreshSeconds))
    }

    private func token(
        _ kind: TokenKind, _ account: AccountID, _ session: SessionID, from now: Instant, seconds: Int64
    ) -> String {
        issuer.sign(
            TokenClaims(
                kind: kind, account: account, session: session, id: SessionID(bits: random.bits()).text,
                issuedAt: now, expiresAt: now.adding(seconds: seconds)))
    }
}
