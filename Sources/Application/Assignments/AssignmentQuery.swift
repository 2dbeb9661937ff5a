public import Domain

/// Which mappings to list. All conditions hold together; `nil` is no condition.
public struct AssignmentQuery: ListQuery, Equatable, Sendable {
    public var patient: PatientID?
    public var doctor: DoctorID?
    public var status: AssignmentStatus?
    /// Whether the status is `active`.
    public var isActive: Bool?
    /// Empty is the newest first: by time of assignment, then number, both descending.
    public var ordering: [Ordering<AssignmentSortKey>] = []
    public var page = PageRequest<AssignmentSortKey>()

    public init() {}
}
