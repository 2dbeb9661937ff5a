public import Domain

/// Which appointments to list. All conditions hold together; `nil` is no condition.
public struct AppointmentQuery: Equatable, Sendable {
    public var doctor: DoctorID?
    public var patient: PatientID?
    public var status: AppointmentStatus?
    /// Starting on this UTC date.
    public var date: CalendarDate?
    /// Starting at this instant or later.
    public var from: Instant?
    /// Starting before this instant.
    public var to: Instant?
    /// Empty is by start, then number.
    public var ordering: [Ordering<AppointmentSortKey>] = []
    /// The greatest number of rows.
    public var limit = ListLimit.standard

    public init() {}
}

/// What appointments can be sorted by; the status by its code.
public enum AppointmentSortKey: Sendable, CaseIterable {
    case id, start, status, createdAt, updatedAt
}
