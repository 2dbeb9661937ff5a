public import Domain

/// Exchanges a name and a password for tokens.
public struct SignIn: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let hasher: any PasswordHasher
    let tokens: Tokens

    /// - Parameter username: as it was registered; the case counts.
    /// - Throws: `.notSignedIn(.badCredentials)` after the same work whichever part is wrong; `.busy`.
    public func callAsFunction(username: String, password: Password) async throws(Failure) -> SignedIn {
        let known = try await storage.reads.accounts.credentials(of: username.trimmed)
        let matches = try await hasher.verify(password, against: known?.passwordHash)
        guard let account = known?.account, matches, account.isActive else { throw .notSignedIn(.badCredentials) }
        let now = clock.now()
        let session = tokens.newSession(of: account.id, at: now)
        try await storage.transaction { stores throws(Failure) in
            try await stores.sessions.insert(session)
            // Answers hold records; they go even if nobody sends another key.
            try await stores.idempotency.tidy(at: now)
        }
        return SignedIn(account: account, tokens: tokens.pair(for: account.id, session: session.id, at: now))
    }
}
