public import Domain

/// Ends the session of a refresh token, and with it all of the session's tokens.
public struct SignOut: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let issuer: any TokenIssuer

    /// Succeeds also when the session has ended already.
    /// - Throws: `.notSignedIn` when the token is not a refresh token that is good at this time.
    public func callAsFunction(
        refreshToken: String, from origin: RequestOrigin = .unknown
    ) async throws(Failure) {
        let now = clock.now()
        let claims: TokenClaims
        do { claims = try issuer.verify(refreshToken, as: .refresh, at: now) } catch { throw .notSignedIn(error) }
        guard let session = claims.session else { throw .notSignedIn(.invalidToken) }
        try await storage.transaction { stores throws(Failure) in
            if let living = try await stores.sessions.findForChange(session, account: claims.account, at: now) {
                try await stores.note(.sessionEnded, of: living, from: origin, at: now)
            }
            try await stores.sessions.end(session, at: now)
        }
    }
}
