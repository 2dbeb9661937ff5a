public import Domain

/// Exchanges a refresh token for new tokens of the same session. The old refresh token stays good.
public struct RefreshTokens: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let tokens: Tokens

    /// - Throws: `.notSignedIn` when the token is unusable or its session has ended.
    public func callAsFunction(refreshToken: String) async throws(Failure) -> TokenPair {
        let now = clock.now()
        let claims: TokenClaims
        do { claims = try tokens.issuer.verify(refreshToken, as: .refresh, at: now) } catch {
            throw .notSignedIn(error)
        }
        guard let session = claims.session else { throw .notSignedIn(.invalidToken) }
        let tokens = tokens
        return try await storage.transaction { stores throws(Failure) in
            guard try await stores.sessions.caller(of: session, account: claims.account, at: now) != nil else {
                throw .notSignedIn(.invalidToken)
            }
            try await stores.sessions.extend(session, until: now.adding(seconds: tokens.lifetimes.refreshSeconds))
            return tokens.pair(for: claims.account, session: session, at: now)
        }
    }
}
