public import Domain

/// Tells who makes a request from its access token.
public struct Authenticate: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let issuer: any TokenIssuer
    let sessionUses: SessionUses
    let administratorsNeedSecondFactor: Bool
    private let recent = RecentCallers()

    init(
        storage: any Storage, clock: any WallClock, issuer: any TokenIssuer, sessionUses: SessionUses,
        administratorsNeedSecondFactor: Bool
    ) {
        self.storage = storage
        self.clock = clock
        self.issuer = issuer
        self.sessionUses = sessionUses
        self.administratorsNeedSecondFactor = administratorsNeedSecondFactor
    }

    /// Notes besides that the session was used.
    ///
    /// - Parameter origin: where the request comes from; the caller bears it.
    /// - Throws: `.notSignedIn` when the token is unusable or its session has ended.
    public func callAsFunction(accessToken: String, from origin: RequestOrigin = .unknown) async throws(Failure)
        -> Caller
    {
        try await identify(accessToken: accessToken, from: origin).caller
    }

    /// Whoever the token names, when the session has been seen alive: the storage is asked whether it still is, and what
    /// is asked of it next may travel with that.
    ///
    /// - Returns: `nil` for a session that is not remembered.
    /// - Throws: `.notSignedIn` when the token is unusable.
    public func presume(accessToken: String, from origin: RequestOrigin) throws(Failure) -> PresumedCaller? {
        let now = clock.now()
        let claims = try verified(accessToken, at: now)
        guard let session = claims.session, let known = recent.caller(of: session), known.account == claims.account
        else { return nil }
        let answer = storage.reads.sessions.askForCaller(of: session, account: claims.account, at: now)
        return PresumedCaller(known) { () async throws(Failure) in
            try admit(try await answer(), to: session, from: origin, at: now)
        }
    }

    /// Whether a caller of a while ago is who they were: the session lives, and account, role and linked records are the
    /// same. Their token may have expired since.
    public func stillKnows(_ caller: Caller) async throws(Failure) -> Bool {
        let found = try await storage.reads.sessions.caller(
            of: caller.session, account: caller.account, at: clock.now())
        return found?.isInStanding(of: caller) ?? false
    }

    /// The caller with what the token says.
    func identify(accessToken: String, from origin: RequestOrigin) async throws(Failure) -> (
        caller: Caller, claims: TokenClaims
    ) {
        let now = clock.now()
        let claims = try verified(accessToken, at: now)
        guard let session = claims.session else { throw .notSignedIn(.invalidToken) }
        let found = try await storage.reads.sessions.caller(of: session, account: claims.account, at: now)
        return (try admit(found, to: session, from: origin, at: now), claims)
    }

    private func verified(_ token: String, at now: Instant) throws(Failure) -> TokenClaims {
        do { return try issuer.verify(token, as: .access, at: now) } catch { throw .notSignedIn(error) }
    }

    private func admit(
        _ found: Caller?, to session: SessionID, from origin: RequestOrigin, at now: Instant
    ) throws(Failure) -> Caller {
        guard var caller = found else {
            recent.forget(session)
            throw .notSignedIn(.invalidToken)
        }
        recent.remember(caller)
        if let last = caller.sessionUsedAt { sessionUses.note(session, at: now, after: last) }
        caller.origin = origin
        caller.duty = .standing(
            before: caller, administratorsNeedSecondFactor: administratorsNeedSecondFactor)
        return caller
    }
}
