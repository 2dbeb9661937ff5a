public import Domain

/// Makes an account of role `staff` for whoever asks, and signs it in.
public struct RegisterAccount: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let hasher: any PasswordHasher
    let tokens: Tokens
    let throttle: SignInThrottle
    let isOpen: Bool
    let minimumPasswordLength: Int

    /// - Throws: `.notAllowed` while registration is closed; `.invalid` with everything that is wrong;
    ///   `.conflict(.usernameTaken)` or `.conflict(.accountEmailTaken)` when somebody else was faster; `.busy`.
    public func callAsFunction(
        _ form: RegistrationForm, from origin: RequestOrigin = .unknown
    ) async throws(Failure) -> SignedIn {
        let new = try await account(form)
        let now = clock.now()
        let start = sessionStart(of: new.username, from: origin, at: now)
        return try await storage.transaction { stores throws(Failure) in
            try await stores.register(new, start)
        }
    }

    func account(_ form: RegistrationForm) async throws(Failure) -> NewAccount {
        guard isOpen else { throw .notAllowed }
        let (username, profile, password) = try await form.accepted(
            by: storage.reads.accounts, minimumPasswordLength: minimumPasswordLength)
        return NewAccount(
            username: username, profile: profile, role: .staff, passwordHash: try await hasher.hash(password))
    }

    func sessionStart(of username: Username, from origin: RequestOrigin, at now: Instant) -> SessionStart {
        SessionStart(
            tokens: tokens, attempt: throttle.attempt(on: username.text, from: origin), origin: origin, now: now)
    }
}

extension Stores {
    /// Keeps a new account that somebody makes for themselves, and begins its first session.
    func register(_ new: NewAccount, _ start: SessionStart) async throws(Failure) -> SignedIn {
        let account = try await accounts.insert(new, at: start.now)
        try await audit.record(
            AuditEvent(.accountCreated, from: start.origin, at: start.now, account: account.id, on: account.subject))
        return try await signIn(account, start)
    }
}
