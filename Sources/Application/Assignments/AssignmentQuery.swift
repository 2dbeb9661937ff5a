public import Domain

/// Which mappings to list. All conditions hold together; `nil` is no condition.
public struct AssignmentQuery: Equatable, Sendable {
    public var patient: PatientID?
    public var doctor: DoctorID?
    public var status: AssignmentStatus?
    /// Whether the status is `active`.
    public var isActive: Bool?
    /// Empty is the newest first: by time of assignment, then number, both descending.
    public var ordering: [Ordering<AssignmentSortKey>] = []
    /// The greatest number of rows.
    public var limit = ListLimit.standard

    public init() {}
}

/// What mappings can be sorted by; the status by its code.
public enum AssignmentSortKey: Sendable, CaseIterable {
    case id, status, assignedAt, updatedAt
}
