public import Domain

/// Where records are kept. Two adapters implement it, and `PersistenceContractTests` says for both what it promises.
///
/// All functions of this port and of the stores throw
/// - `Failure.busy` when they waited too long for a connection or a lock; nothing was done,
/// - `Failure.unavailable` when the database cannot be reached or refused for a reason that is not a rule of ours;
///   only `transaction` sets `Fault.outcomeUnknown`.
public protocol Storage: Sendable {
    /// Single reads outside a transaction. Each sees everything that was committed before it began.
    var reads: Readers { get }

    /// Notes what happens outside a transaction, durably.
    var audit: any AuditTrail { get }

    /// Runs `work` in one transaction: all of it is kept when `work` returns and the commit is acknowledged, and
    /// nothing when it throws.
    ///
    /// `work` may run again from its start after a deadlock or a serialization failure, so it changes nothing but
    /// records. A value is returned only after the commit is durable.
    /// - Throws: what `work` threw, unchanged; `Failure.conflict` when a constraint refused; `.unavailable` with
    ///   `outcomeUnknown` when the commit was sent and its answer never came.
    func transaction<Result: Sendable>(
        _ work: @escaping @Sendable (Stores) async throws(Failure) -> Result
    ) async throws(Failure) -> Result

    /// The same while nobody else's transaction holds any of these people, for a work that has no other waits than for its
    /// stores. Where that is cheaper, the database's transaction is shared with other works, which come at the same time and
    /// concern other people; none of them sees another, or fails because of it.
    func transaction<Result: Sendable>(
        holding doctors: Set<DoctorID>, and patients: Set<PatientID>,
        _ work: @escaping @Sendable (Stores) async throws(Failure) -> Result
    ) async throws(Failure) -> Result

    /// Succeeds when the database answers and has all migrations of this program. It may have newer ones: while a new
    /// version takes over, processes of the old one go on serving.
    func checkReadiness() async throws(Failure)
}

extension Storage {
    /// In a transaction of its own.
    public func transaction<Result: Sendable>(
        holding doctors: Set<DoctorID>, and patients: Set<PatientID>,
        _ work: @escaping @Sendable (Stores) async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        try await transaction { stores throws(Failure) in
            try await stores.locks.holdAhead(doctors: doctors, patients: patients)
            return try await work(stores)
        }
    }
}

/// What can be asked outside a transaction.
///
/// A class, so that whoever passes it on copies one reference.
public final class Readers: Sendable {
    public let patients: any PatientReader
    public let doctors: any DoctorReader
    public let assignments: any AssignmentReader
    public let appointments: any AppointmentReader
    public let accounts: any AccountReader
    public let sessions: any SessionReader
    public let throttle: any ThrottleReader
    public let audit: any AuditReader
    public let statistics: any StatisticsReader

    public init(
        patients: any PatientReader, doctors: any DoctorReader, assignments: any AssignmentReader,
        appointments: any AppointmentReader, accounts: any AccountReader, sessions: any SessionReader,
        throttle: any ThrottleReader, audit: any AuditReader, statistics: any StatisticsReader
    ) {
        self.patients = patients
        self.doctors = doctors
        self.assignments = assignments
        self.appointments = appointments
        self.accounts = accounts
        self.sessions = sessions
        self.throttle = throttle
        self.audit = audit
        self.statistics = statistics
    }
}

/// What can be asked and written inside a transaction. Not to be used after it ended.
public struct Stores: Sendable {
    public let patients: any PatientStore
    public let doctors: any DoctorStore
    public let assignments: any AssignmentStore
    public let appointments: any AppointmentStore
    public let accounts: any AccountStore
    public var sessions: any SessionStore
    public let secondFactors: any SecondFactorStore
    public var throttle: any ThrottleStore
    public let idempotency: any IdempotencyStore
    public let locks: any RecordLocks
    public var audit: any AuditStore

    public init(
        patients: any PatientStore, doctors: any DoctorStore, assignments: any AssignmentStore,
        appointments: any AppointmentStore, accounts: any AccountStore, sessions: any SessionStore,
        secondFactors: any SecondFactorStore, throttle: any ThrottleStore, idempotency: any IdempotencyStore,
        locks: any RecordLocks, audit: any AuditStore
    ) {
        self.patients = patients
        self.doctors = doctors
        self.assignments = assignments
        self.appointments = appointments
        self.accounts = accounts
        self.sessions = sessions
        self.secondFactors = secondFactors
        self.throttle = throttle
        self.idempotency = idempotency
        self.locks = locks
        self.audit = audit
    }
}

/// Keeps transactions that concern the same people from running at the same time.
public protocol RecordLocks: Sendable {
    /// Waits until no other transaction holds any of these, and holds them until the transaction ends.
    ///
    /// Taken before any row is locked, doctors first, each kind in the order of numbers, so that nobody waits in a
    /// circle. Numbers without a record are fine.
    func hold(doctors: Set<DoctorID>, patients: Set<PatientID>) async throws(Failure)

    /// The same, but the wait is the transaction's next one, ahead of whatever is asked of a store: for those who ask at
    /// once, and do nothing else before.
    func holdAhead(doctors: Set<DoctorID>, patients: Set<PatientID>) async throws(Failure)
}
