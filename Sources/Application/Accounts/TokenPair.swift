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
    func newSession(of account: AccountID, from origin: RequestOrigin, at now: Instant) -> Session {
        Session(
            id: random.sessionID(), account: account, startedAt: now, device: origin.device, address: origin.address,
            expiresAt: now.adding(seconds: lifetimes.refreshSeconds))
    }

    /// New tokens for a session.
    ///
    /// - Parameter generation: of the refresh token.
    func pair(for account: AccountID, session: SessionID, generation: Int = 0, at now: Instant) -> TokenPair {
        let access = TokenClaims(
            kind: .access, account: account, session: session, id: name(), issuedAt: now,
            expiresAt: now.adding(seconds: lifetimes.accessSeconds))
        let refresh = TokenClaims(
            kind: .refresh, account: account, session: session, generation: generation, id: name(), issuedAt: now,
            expiresAt: now.adding(seconds: lifetimes.refreshSeconds))
        return TokenPair(access: issuer.sign(access), refresh: issuer.sign(refresh))
    }

    /// An access token for a session that is good until then.
    func access(for session: Session, until end: Instant, at now: Instant) -> String {
        issuer.sign(
            TokenClaims(
                kind: .access, account: session.account, session: session.id, id: name(), issuedAt: now,
                expiresAt: end))
    }

    /// A token's own name.
    private func name() -> String { SessionID(bits: random.bits()).text }
}
