public import Domain

/// Finds accounts.
public protocol AccountReader: Sendable {
    /// - Returns: `nil` when there is no such account; disabled ones are found.
    func find(_ id: AccountID) async throws(Failure) -> Account?

    /// The accounts with these numbers, in no particular order, disabled ones included; those that do not exist are left
    /// out.
    func find(_ ids: Set<AccountID>) async throws(Failure) -> [Account]

    /// The account with exactly this user name (the case counts) and its hash, disabled ones included.
    ///
    /// - Parameter username: any text, as somebody typed it; what cannot be a user name finds nobody.
    func credentials(of username: String) async throws(Failure) -> Credentials?

    /// An account and its hash, disabled ones included.
    func credentials(of id: AccountID) async throws(Failure) -> Credentials?

    /// Which of these another account has already, in any case: `.usernameTaken`, `.accountEmailTaken`, in this order.
    ///
    /// For the answer only: the constraints have the last word at the write.
    /// - Parameter except: the account whose own values do not count.
    func taken(
        username: Username?, email: EmailAddress?, except: AccountID?
    ) async throws(Failure) -> [Conflict]

    /// Which of these records another account is linked to: `.doctorHasAccount`, `.patientHasAccount`, in this order.
    ///
    /// For the answer only: the constraints have the last word at the write.
    /// - Parameter except: the account whose own links do not count.
    func linked(
        to doctor: DoctorID?, or patient: PatientID?, except: AccountID?
    ) async throws(Failure) -> [Conflict]

    /// At most `query.page.size` accounts, in the order of the query; of those before a position the last ones.
    func list(_ query: AccountQuery) async throws(Failure) -> [Account]

    /// What `list` finds, without reading it.
    func outline(_ query: AccountQuery) async throws(Failure) -> [ListEntry]

    /// How many accounts the query finds, on whatever page.
    func count(_ query: AccountQuery) async throws(Failure) -> Int
}

/// Keeps accounts.
public protocol AccountStore: AccountReader {
    /// Like `find`, and nobody else changes the account before the transaction ends.
    func findForChange(_ id: AccountID) async throws(Failure) -> Account?

    /// Like `credentials`, and nobody else changes the account before the transaction ends.
    func credentialsForChange(_ id: AccountID) async throws(Failure) -> Credentials?

    /// How many active administrators there are besides this account. Until the transaction ends nobody else who asks this
    /// gets an answer, so that two who stop being administrators at once cannot count on each other.
    ///
    /// Asked after every lock on other records.
    func countOtherAdministrators(than id: AccountID) async throws(Failure) -> Int

    /// Keeps a new account under a number never used before. Both of its times are `now`.
    /// - Throws: `.conflict(.usernameTaken)`, `.conflict(.accountEmailTaken)`, `.conflict(.doctorHasAccount)`,
    ///   `.conflict(.patientHasAccount)`.
    func insert(_ account: NewAccount, at now: Instant) async throws(Failure) -> Account

    /// Keeps the account's profile, role, links, activity, whether its password has to be changed, and `updatedAt`.
    /// - Throws: as `insert`; `.notFound(.account)`.
    func update(_ account: Account) async throws(Failure)

    /// Keeps another hash for the account's password.
    /// - Throws: `.notFound(.account)`.
    func keep(_ hash: PasswordHash, of id: AccountID) async throws(Failure)

    /// Keeps in which language the account's holder wants to be addressed; `updatedAt` stays as it is.
    /// - Throws: `.notFound(.account)`.
    func keep(_ language: Language?, of id: AccountID) async throws(Failure)
}

/// An account that is to be made.
public struct NewAccount: Equatable, Sendable {
    public var username: Username
    public var profile: Profile
    public var role: Role
    public var doctor: DoctorID?
    public var patient: PatientID?
    public var isActive: Bool
    /// Whether its holder has to choose another password first.
    public var mustChangePassword: Bool
    public var passwordHash: PasswordHash

    public init(
        username: Username, profile: Profile, role: Role, doctor: DoctorID? = nil, patient: PatientID? = nil,
        isActive: Bool = true, mustChangePassword: Bool = false, passwordHash: PasswordHash
    ) {
        self.username = username
        self.profile = profile
        self.role = role
        self.doctor = doctor
        self.patient = patient
        self.isActive = isActive
        self.mustChangePassword = mustChangePassword
        self.passwordHash = passwordHash
    }
}

extension Account {
    /// The account that a new one becomes.
    public init(id: AccountID, _ new: NewAccount, at now: Instant) {
        self.init(
            id: id, username: new.username, profile: new.profile, role: new.role, doctor: new.doctor,
            patient: new.patient, isActive: new.isActive, mustChangePassword: new.mustChangePassword, createdAt: now,
            updatedAt: now)
    }
}

/// What is needed to check a sign-in.
public struct Credentials: Equatable, Sendable {
    public let account: Account
    public let passwordHash: PasswordHash
    /// Whether a second factor is asked for.
    public let hasSecondFactor: Bool

    public init(account: Account, passwordHash: PasswordHash, hasSecondFactor: Bool = false) {
        self.account = account
        self.passwordHash = passwordHash
        self.hasSecondFactor = hasSecondFactor
    }
}
