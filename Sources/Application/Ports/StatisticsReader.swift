public import Domain

/// Counts records, whoever may see them: numbers that show nobody. What is deleted does not count.
public protocol StatisticsReader: Sendable {
    /// How many appointments of each status start on each of the days; those of which there are none may be left out.
    func appointments(on days: LocalDays) async throws(Failure) -> [[AppointmentStatus: Int]]

    /// What the appointments that hold time and start on the days are for their doctors.
    func loads(on days: LocalDays) async throws(Failure) -> [DoctorID: Load]

    /// How many patients were registered on each of the days.
    func newPatients(on days: LocalDays) async throws(Failure) -> [Int]

    /// How often the audit trail tells of each of these actions on each of the days; those that never happened may be left
    /// out.
    func events(_ actions: Set<AuditAction>, on days: LocalDays) async throws(Failure) -> [[AuditAction: Int]]

    /// The sessions that live.
    func sessions(at now: Instant) async throws(Failure) -> SessionCount
}

/// What is asked of somebody's time.
public struct Load: Equatable, Sendable {
    public let appointments: Int
    public let minutes: Int

    public init(appointments: Int, minutes: Int) {
        self.appointments = appointments
        self.minutes = minutes
    }
}

/// How many sessions there are.
public struct SessionCount: Equatable, Sendable {
    public let sessions: Int
    /// Of how many accounts they are.
    public let accounts: Int

    public init(sessions: Int, accounts: Int) {
        self.sessions = sessions
        self.accounts = accounts
    }
}
