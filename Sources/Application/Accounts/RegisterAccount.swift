public import Domain

/// Makes an account of role `staff` for whoever asks, and signs it in.
public struct RegisterAccount: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let hasher: any PasswordHasher
    let tokens: Tokens
    let isOpen: Bool

    /// - Throws: `.notAllowed` while registration is closed; `.invalid` with everything that is wrong;
    ///   `.conflict(.usernameTaken)` or `.conflict(.accountEmailTaken)` when somebody else was faster; `.busy`.
    public func callAsFunction(_ form: RegistrationForm) async throws(Failure) -> SignedIn {
        guard isOpen else { throw .notAllowed }
        let (username, profile, password) = try await form.accepted(by: storage.reads.accounts)
        let hash = try await hasher.hash(password)
        let new = NewAccount(username: username, profile: profile, role: .staff, passwordHash: hash)
        let now = clock.now()
        let tokens = tokens
        return try await storage.transaction { stores throws(Failure) in
            let account = try await stores.accounts.insert(new, at: now)
            let session = tokens.newSession(of: account.id, at: now)
            try await stores.sessions.insert(session)
            return SignedIn(account: account, tokens: tokens.pair(for: account.id, session: session.id, at: now))
        }
    }
}

/// An account that has just signed in, with its tokens.
public struct SignedIn: Equatable, Sendable {
    public let account: Account
    public let tokens: TokenPair
}
