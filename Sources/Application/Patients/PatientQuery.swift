public import Domain

/// Which patients to list. All conditions hold together; `nil` is no condition.
public struct PatientQuery: ListQuery, Equatable, Sendable {
    /// Each word must occur in the first or last name, phone number, e-mail or insurance number, in any case.
    public var search: [String] = []
    public var gender: Gender?
    public var bloodGroup: BloodGroup?
    public var dateOfBirth: CalendarDate?
    /// Actively assigned to this doctor.
    public var doctor: DoctorID?
    /// Empty is the newest first: by time of registration, then number, both descending.
    public var ordering: [Ordering<PatientSortKey>] = []
    public var page = PageRequest<PatientSortKey>()

    public init() {}
}
