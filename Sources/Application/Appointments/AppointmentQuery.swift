public import Domain

/// Which appointments to list. All conditions hold together; `nil` is no condition.
public struct AppointmentQuery: ListQuery, Equatable, Sendable {
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
    public var page = PageRequest<AppointmentSortKey>()

    public init() {}
}
