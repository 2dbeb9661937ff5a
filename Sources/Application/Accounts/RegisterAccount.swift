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
            let account = try await stores.accounts.insert(new, at: now)
            return try await stores.signIn(account, start)
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
