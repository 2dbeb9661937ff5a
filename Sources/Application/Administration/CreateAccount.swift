public import Domain

/// Makes an account of any role, linked to the record that it belongs to.
public struct CreateAccount: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let hasher: any PasswordHasher
    let policy: Policy
    let minimumPasswordLength: Int

    /// - Parameter read: reads the request, after the caller's role is seen to allow this at all.
    /// - Throws: `.notAllowed` for who manages no accounts; what `read` throws; `.invalid` with everything that is wrong;
    ///   `.conflict` when somebody else was faster; `.busy`.
    public func callAsFunction(
        by caller: Caller, _ read: () throws(Failure) -> NewAccountForm
    ) async throws(Failure) -> Account {
        try await requirePermission(caller)
        let new = try await account(try read())
        let now = clock.now()
        return try await storage.transaction { stores throws(Failure) in
            try await stores.insert(new, by: caller, at: now)
        }
    }

    /// The same for a request that may be sent again.
    ///
    /// - Returns: the retry's answer; that of the first time when the request came before, and then nothing is done.
    /// - Throws: `.retried` besides.
    public func once(
        _ retry: Retry<Account>, by caller: Caller, _ read: () throws(Failure) -> NewAccountForm
    ) async throws(Failure) -> String {
        try await requirePermission(caller)
        let form = try read()
        if let answer = try await repeated(retry, by: caller) { return answer }
        let new: NewAccount
        do throws(Failure) {
            new = try await account(form)
        } catch {
            // The first request may have taken the names a moment ago.
            guard let answer = try await repeated(retry, by: caller) else { throw error }
            return answer
        }
        let now = clock.now()
        return try await storage.transaction { stores throws(Failure) in
            try await stores.once(retry, .accountRead, by: caller, at: now) { stores throws(Failure) in
                try await stores.insert(new, by: caller, at: now)
            }
        }
    }

    private func repeated(_ retry: Retry<Account>, by caller: Caller) async throws(Failure) -> String? {
        let now = clock.now()
        return try await storage.transaction { stores throws(Failure) in
            try await stores.kept(retry, .accountRead, by: caller, at: now)
        }
    }

    private func requirePermission(_ caller: Caller) async throws(Failure) {
        guard policy.permits(.manageAccounts, by: caller) else {
            throw try await storage.refused(.notAllowed, to: caller, at: clock.now())
        }
    }

    private func account(_ form: NewAccountForm) async throws(Failure) -> NewAccount {
        let asked = form.account
        var registration = form.registration
        let reads = storage.reads
        registration.check.refuse(
            try await asked.linkRefusals(reads.doctors, reads.patients, reads.accounts, after: nil))
        let (username, names, password) = try await registration.accepted(
            by: reads.accounts, minimumPasswordLength: minimumPasswordLength)
        guard var profile = asked.profile, let role = asked.role else { throw .invalid(asked.check.errors) }
        profile.email = names.email
        return NewAccount(
            username: username, profile: profile, role: role, doctor: asked.doctor, patient: asked.patient,
            isActive: asked.isActive ?? true, mustChangePassword: asked.mustChangePassword ?? true,
            passwordHash: try await hasher.hash(password))
    }
}

/// What an administrator sent to make an account, as far as it could be read.
public struct NewAccountForm: Sendable {
    public var username: Username?
    public var password: Password?
    public var account: AccountForm

    public init(username: Username?, password: Password?, account: AccountForm) {
        self.username = username
        self.password = password
        self.account = account
    }

    /// Name and password are under the rules of a registration.
    fileprivate var registration: RegistrationForm {
        let profile = account.profile
        return RegistrationForm(
            username: username, email: profile?.email, password: password, firstName: profile?.firstName,
            lastName: profile?.lastName, check: account.check)
    }
}

extension Stores {
    /// Keeps an account whose links are to records that nobody deletes meanwhile.
    fileprivate func insert(_ new: NewAccount, by caller: Caller, at now: Instant) async throws(Failure) -> Account {
        try await locks.hold(
            doctors: new.doctor.map { [$0] } ?? [], patients: new.patient.map { [$0] } ?? [])
        if let doctor = new.doctor, try await doctors.find(doctor) == nil {
            throw .invalid([FieldError(.doctor, .noSuchRecord(String(doctor.number)))])
        }
        if let patient = new.patient, try await patients.find(patient, in: .everything) == nil {
            throw .invalid([FieldError(.patient, .noSuchRecord(String(patient.number)))])
        }
        let account = try await accounts.insert(new, at: now)
        try await note(.accountCreated, of: account, by: caller, at: now)
        return account
    }
}
