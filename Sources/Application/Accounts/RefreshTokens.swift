public import Domain

/// Exchanges a refresh token for new tokens of the same session.
///
/// The old refresh token stays good until one that was issued from it is used (`Session.refresh`).
public struct RefreshTokens: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let tokens: Tokens

    /// - Throws: `.notSignedIn` when the token is unusable, its session has ended, or ends now because the token was
    ///   used after one that was issued from it.
    public func callAsFunction(
        refreshToken: String, from origin: RequestOrigin = .unknown
    ) async throws(Failure) -> TokenPair {
        let now = clock.now()
        let claims: TokenClaims
        do { claims = try tokens.issuer.verify(refreshToken, as: .refresh, at: now) } catch {
            throw .notSignedIn(error)
        }
        guard let id = claims.session else { throw .notSignedIn(.invalidToken) }
        do throws(Failure) {
            return try await refresh(id, claims, from: origin, at: now)
        } catch .busy {
            // Many use the same token at this moment. What one of them has noted holds for all.
            guard let pair = try await repeated(id, claims, from: origin, at: now) else { throw Failure.busy }
            return pair
        }
    }

    private func refresh(
        _ id: SessionID, _ claims: TokenClaims, from origin: RequestOrigin, at now: Instant
    ) async throws(Failure) -> TokenPair {
        let tokens = tokens
        let pair: TokenPair? = try await storage.transaction { stores throws(Failure) in
            let found = try await stores.sessions.findForChange(id, account: claims.account, at: now)
            guard var session = found else { return nil }
            guard let generation = session.refresh(with: claims.generation, at: now) else {
                try await stores.sessions.end(id, at: now)
                try await stores.note(.tokenReused, of: session, from: origin, at: now)
                return nil
            }
            session.lastUsedAt = max(session.lastUsedAt, now)
            session.expiresAt = max(session.expiresAt, now.adding(seconds: tokens.lifetimes.refreshSeconds))
            try await stores.sessions.update(session)
            try await stores.note(.sessionRefreshed, of: session, from: origin, at: now)
            return tokens.pair(for: session.account, session: id, generation: generation, at: now)
        }
        // Thrown only now: thrown inside, it would undo the end of the session.
        guard let pair else { throw .notSignedIn(.invalidToken) }
        return pair
    }

    /// New tokens for a use that changes nothing about the session; `nil` for any other.
    private func repeated(
        _ id: SessionID, _ claims: TokenClaims, from origin: RequestOrigin, at now: Instant
    ) async throws(Failure) -> TokenPair? {
        guard let session = try await storage.reads.sessions.find(id, account: claims.account, at: now) else {
            return nil
        }
        var used = session
        guard let generation = used.refresh(with: claims.generation, at: now), used == session else { return nil }
        try await storage.audit.record(AuditEvent(.sessionRefreshed, of: session, from: origin, at: now))
        return tokens.pair(for: session.account, session: id, generation: generation, at: now)
    }
}

extension Stores {
    func note(
        _ action: AuditAction, of session: Session, from origin: RequestOrigin, at now: Instant
    ) async throws(Failure) {
        try await audit.record(AuditEvent(action, of: session, from: origin, at: now))
    }
}

extension AuditEvent {
    /// What happens to a session by its refresh token, which is all that is known of who sent it.
    init(_ action: AuditAction, of session: Session, from origin: RequestOrigin, at now: Instant) {
        self.init(action, from: origin, at: now, account: session.account, on: AuditSubject(session.account))
        self.session = session.id
    }
}
