public import Domain

/// Keeps a session in a browser going while somebody uses it: each of its tokens is good for a quarter of an hour, and
/// whoever uses one gets the next. Who does nothing for so long has to sign in again.
public struct ContinueSession: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let tokens: Tokens
    let authenticate: Authenticate

    /// For so many seconds after its last use a session in a browser goes on.
    public static let idleSeconds: Int64 = 15 * 60
    /// A token that is younger is not replaced, so that requests at the same time make one new token.
    static let renewalSeconds: Int64 = 60

    /// When a token is replaced by a new one.
    public enum Renewal: Sendable {
        /// At once: the token is the one that a sign-in gave.
        case now
        /// When it is a minute old: somebody uses the session.
        case whenDue
        /// Not at all: it is a program that asks, while nobody may be there.
        case never
    }

    /// - Throws: as `Authenticate`.
    public func callAsFunction(
        _ token: String, _ renewal: Renewal, from origin: RequestOrigin = .unknown
    ) async throws(Failure) -> ContinuedSession {
        let (caller, claims) = try await authenticate.identify(accessToken: token, from: origin)
        let now = clock.now()
        guard isDue(claims, renewal, at: now),
            let session = try await storage.reads.sessions.find(caller.session, account: caller.account, at: now)
        else { return ContinuedSession(caller: caller, renewed: nil, endsAt: claims.expiresAt) }
        let end = min(now.adding(seconds: ContinueSession.idleSeconds), session.expiresAt)
        return ContinuedSession(caller: caller, renewed: tokens.access(for: session, until: end, at: now), endsAt: end)
    }

    /// Whose a token is, or was while it was good: `nil` for one that is none of ours. It proves no right to anything any
    /// more.
    public func holder(of token: String) -> TokenHolder? {
        // At the beginning of time no token has expired.
        let claims = try? tokens.issuer.verify(token, as: .access, at: Instant(microseconds: 0))
        guard let claims else { return nil }
        return claims.session.map { TokenHolder(account: claims.account, session: $0) }
    }

    private func isDue(_ claims: TokenClaims, _ renewal: Renewal, at now: Instant) -> Bool {
        switch renewal {
        case .now: true
        case .whenDue: now >= claims.issuedAt.adding(seconds: ContinueSession.renewalSeconds)
        case .never: false
        }
    }
}

/// A session in a browser that goes on.
public struct ContinuedSession: Equatable, Sendable {
    public let caller: Caller
    /// The token that takes the place of the one that was shown, if there is to be another.
    public let renewed: String?
    /// When it is over unless somebody uses it before.
    public let endsAt: Instant
}

/// The account and the session for which a token was given out.
public struct TokenHolder: Equatable, Sendable {
    public let account: AccountID
    public let session: SessionID
}
