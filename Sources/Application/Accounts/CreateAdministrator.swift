public import Domain

/// Makes an account of role `admin`; reachable from the command line only.
public struct CreateAdministrator: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let hasher: any PasswordHasher
    let minimumPasswordLength: Int

    public init(
        storage: any Storage, clock: any WallClock, hasher: any PasswordHasher,
        minimumPasswordLength: Int = PasswordRules.minimumLength
    ) {
        self.minimumPasswordLength = minimumPasswordLength
        self.storage = storage
        self.clock = clock
        self.hasher = hasher
    }

    /// - Throws: as `RegisterAccount`, but for `.notAllowed`.
    public func callAsFunction(_ form: RegistrationForm) async throws(Failure) -> Account {
        let (username, profile, password) = try await form.accepted(
            by: storage.reads.accounts, minimumPasswordLength: minimumPasswordLength)
        let hash = try await hasher.hash(password)
        let new = NewAccount(username: username, profile: profile, role: .admin, passwordHash: hash)
        let now = clock.now()
        return try await storage.transaction { stores throws(Failure) in
            let account = try await stores.accounts.insert(new, at: now)
            try await stores.audit.record(
                AuditEvent(.accountCreated, from: .unknown, at: now, on: AuditSubject(account.id)))
            return account
        }
    }
}
