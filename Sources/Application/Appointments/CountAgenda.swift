public import Domain

/// Counts the appointments of days that a caller may see, by status: a month at a glance. Shows nobody, and notes nothing.
public struct CountAgenda: Sendable {
    let storage: any Storage
    let policy: Policy

    /// - Parameters:
    ///   - days: at most 42.
    ///   - doctors: only appointments with these; `nil` is with whomever.
    /// - Returns: for each day how many appointments start on it in each status; statuses of which there are none are left
    ///   out.
    /// - Throws: `.invalid` for more days.
    public func callAsFunction(
        on days: LocalDays, with doctors: Set<DoctorID>? = nil, for caller: Caller
    ) async throws(Failure) -> [[AppointmentStatus: Int]] {
        let query = try AgendaQuery(from: days.from, to: days.to, doctors: doctors)
        let starts = try await storage.reads.appointments.agendaStarts(
            query, in: policy.scope(of: caller, for: .readAppointments))
        var counts = Array(repeating: [AppointmentStatus: Int](), count: days.count)
        var day = 0
        for start in starts.sorted(by: { $0.instant < $1.instant }) {
            while day + 1 < days.count, days.boundaries[day + 1] <= start.instant { day += 1 }
            counts[day][start.status, default: 0] += start.count
        }
        return counts
    }
}

/// How many appointments of one status start at one time.
public struct AgendaStart: Equatable, Sendable {
    public let instant: Instant
    public let status: AppointmentStatus
    public let count: Int

    public init(instant: Instant, status: AppointmentStatus, count: Int) {
        self.instant = instant
        self.status = status
        self.count = count
    }
}
