public import Domain

/// Tells who makes a request from its access token.
public struct Authenticate: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let issuer: any TokenIssuer
    let sessionUses: SessionUses
    let administratorsNeedSecondFactor: Bool

    /// Notes besides that the session was used.
    ///
    /// - Parameter origin: where the request comes from; the caller bears it.
    /// - Throws: `.notSignedIn` when the token is unusable or its session has ended.
    public func callAsFunction(accessToken: String, from origin: RequestOrigin = .unknown) async throws(Failure)
        -> Caller
    {
        try await identify(accessToken: accessToken, from: origin).caller
    }

    /// The same with what the token says.
    func identify(accessToken: String, from origin: RequestOrigin) async throws(Failure) -> (
        caller: Caller, claims: TokenClaims
    ) {
        let now = clock.now()
        let claims: TokenClaims
        do { claims = try issuer.verify(accessToken, as: .access, at: now) } catch { throw .notSignedIn(error) }
        guard let session = claims.session,
            var caller = try await storage.reads.sessions.caller(of: session, account: claims.account, at: now)
        else { throw .notSignedIn(.invalidToken) }
        if let last = caller.sessionUsedAt { sessionUses.note(session, at: now, after: last) }
        caller.origin = origin
        caller.duty = .standing(
            before: caller, administratorsNeedSecondFactor: administratorsNeedSecondFactor)
        return (caller, claims)
    }
}
