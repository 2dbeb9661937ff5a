public import Domain

/// Which appointments an agenda has. All conditions hold together.
public struct AgendaQuery: Equatable, Sendable {
    /// Starting at this instant or later.
    public let from: Instant
    /// Starting before this instant.
    public let to: Instant
    /// With one of these doctors; `nil` is with whomever. Numbers without a doctor find nothing.
    public let doctors: Set<DoctorID>?
    /// Whether appointments belong to it that started earlier, but had not ended at `from`.
    public let includesRunning: Bool

    /// - Throws: `.invalid` for `to` when it is not later than `from`, or by more than `longest`.
    public init(
        from: Instant, to: Instant, doctors: Set<DoctorID>? = nil, includingRunning: Bool = false
    ) throws(Failure) {
        let (length, overflow) = to.microseconds.subtractingReportingOverflow(from.microseconds)
        guard !overflow, (1...AgendaQuery.longest).contains(length) else {
            throw .invalid([FieldError(.to, .timeOutOfRange)])
        }
        self.from = from
        self.to = to
        self.doctors = doctors
        includesRunning = includingRunning
    }

    /// When the first of them may have started: as much before `from` as the longest appointment takes, where those that
    /// run belong to it.
    public var earliestStart: Instant {
        guard includesRunning else { return from }
        let longest = Int64(AppointmentLength.limits.upperBound) * 60_000_000
        let (earliest, overflow) = from.microseconds.subtractingReportingOverflow(longest)
        return overflow ? from : Instant(microseconds: earliest)
    }

    /// Microseconds of the longest time: 42 days, and three hours by which clocks may be put back meanwhile.
    public static let longest = 42 * Instant.day + 3 * 3_600_000_000
}
