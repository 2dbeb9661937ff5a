public import Domain

/// Which appointments an agenda has. All conditions hold together.
public struct AgendaQuery: Equatable, Sendable {
    /// Starting at this instant or later.
    public let from: Instant
    /// Starting before this instant.
    public let to: Instant
    /// With one of these doctors; `nil` is with whomever. Numbers without a doctor find nothing.
    public let doctors: Set<DoctorID>?

    /// - Throws: `.invalid` for `to` when it is not later than `from`, or by more than `longest`.
    public init(from: Instant, to: Instant, doctors: Set<DoctorID>? = nil) throws(Failure) {
        let (length, overflow) = to.microseconds.subtractingReportingOverflow(from.microseconds)
        guard !overflow, (1...AgendaQuery.longest).contains(length) else {
            throw .invalid([FieldError(.to, .timeOutOfRange)])
        }
        self.from = from
        self.to = to
        self.doctors = doctors
    }

    /// Microseconds of the longest time: 42 days, and three hours by which clocks may be put back meanwhile.
    public static let longest = 42 * Instant.day + 3 * 3_600_000_000
}
