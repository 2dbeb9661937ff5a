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
        let new = try await account(form)
        let now = clock.now()
        let tokens = tokens
        return try await storage.transaction { stores throws(Failure) in
            let account = try await stores.accounts.insert(new, at: now)
            return try await stores.signIn(account, tokens, at: now)
        }
    }

    func account(_ form: RegistrationForm) async throws(Failure) -> NewAccount {
        guard isOpen else { throw .notAllowed }
        let (username, profile, password) = try await form.accepted(by: storage.reads.accounts)
        return NewAccount(
            username: username, profile: profile, role: .staff, passwordHash: try await hasher.hash(password))
    }
}

extension Stores {
    /// Begins a session of an account.
    func signIn(_ account: Account, _ tokens: Tokens, at now: Instant) async throws(Failure) -> SignedIn {
        let session = tokens.newSession(of: account.id, at: now)
        try await sessions.insert(session)
        return SignedIn(account: account, tokens: tokens.pair(for: account.id, session: session.id, at: now))
    }
}

/// An account that has just signed in, with its tokens.
public struct SignedIn: Equatable, Sendable {
    public let account: Account
    public let tokens: TokenPair
}
