public import Domain

/// Everything that a transport can ask of the clinic, wired to its ports.
public struct UseCases: Sendable {
    public let accounts: AccountUseCases
    public let administration: AdministrationUseCases
    public let patients: PatientUseCases
    public let doctors: DoctorUseCases
    public let assignments: AssignmentUseCases
    public let appointments: AppointmentUseCases
    public let audit: AuditUseCases
    /// Whether the clinic has an administrator yet.
    public let hasAdministrator: FindFirstAdministrator
    /// What is to be offered to whom; the use cases themselves see to it that nobody does more.
    public let policy: Policy
    public let statistics: StatisticsUseCases
    public let operations: OperationsUseCases
    public let clock: any WallClock
    public let fingerprints: any RequestFingerprints
    let storage: any Storage

    public init(ports: Ports, rules: HouseRules) {
        let (storage, clock, policy) = (ports.storage, ports.clock, Policy(patientVisibility: rules.patientVisibility))
        accounts = AccountUseCases(ports: ports, rules: rules)
        administration = AdministrationUseCases(ports: ports, rules: rules, policy: policy)
        patients = PatientUseCases(storage: storage, clock: clock, policy: policy)
        doctors = DoctorUseCases(storage: storage, clock: clock, policy: policy)
        assignments = AssignmentUseCases(storage: storage, clock: clock, policy: policy)
        appointments = AppointmentUseCases(storage: storage, clock: clock, policy: policy)
        hasAdministrator = FindFirstAdministrator(storage: storage)
        self.policy = policy
        audit = AuditUseCases(storage: storage, clock: clock, policy: policy, keys: ports.auditKeys)
        statistics = StatisticsUseCases(storage: storage, clock: clock, policy: policy)
        operations = OperationsUseCases(ports: ports, policy: policy)
        self.clock = clock
        self.storage = storage
        fingerprints = ports.fingerprints
    }

    /// Succeeds when requests can be served.
    public func checkReadiness() async throws(Failure) { try await storage.checkReadiness() }

    /// Waits for what is written after its request was answered. Before the storage closes.
    public func finish() async { await accounts.sessionUses.finish() }
}

/// What the use cases need from outside.
public struct Ports: Sendable {
    public var storage: any Storage
    public var clock: any WallClock
    public var random: any RandomSource
    public var hasher: any PasswordHasher
    public var tokens: any TokenIssuer
    public var fingerprints: any RequestFingerprints
    public var secondFactors: any SecondFactorSecrets
    /// Without them nobody can tell in what state the audit trail is.
    public var auditKeys: AuditKeys?
    /// Without them nobody can tell how busy the database and the hashing of passwords are.
    public var storageState: (any StorageStateReader)?
    public var hashingLoad: (any HashingLoadReader)?

    public init(
        storage: any Storage, clock: any WallClock, random: any RandomSource, hasher: any PasswordHasher,
        tokens: any TokenIssuer, fingerprints: any RequestFingerprints, secondFactors: any SecondFactorSecrets,
        auditKeys: AuditKeys? = nil, storageState: (any StorageStateReader)? = nil,
        hashingLoad: (any HashingLoadReader)? = nil
    ) {
        self.storage = storage
        self.clock = clock
        self.random = random
        self.hasher = hasher
        self.tokens = tokens
        self.fingerprints = fingerprints
        self.secondFactors = secondFactors
        self.auditKeys = auditKeys
        self.storageState = storageState
        self.hashingLoad = hashingLoad
    }
}

/// What a clinic decides for itself.
public struct HouseRules: Equatable, Sendable {
    public var patientVisibility = Policy.PatientVisibility.creator
    /// Whether anybody may register an account.
    public var registrationIsOpen = true
    public var tokenLifetimes = TokenLifetimes()
    /// The least number of characters of a new password.
    public var minimumPasswordLength = PasswordRules.minimumLength
    /// How often somebody may fail to sign in.
    public var throttle = ThrottleRules()
    /// Whether accounts of role `admin` do nothing without a second factor.
    public var administratorsNeedSecondFactor = false

    public init() {}
}
