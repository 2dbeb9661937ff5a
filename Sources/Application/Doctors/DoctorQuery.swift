public import Domain

/// Which doctors to list. All conditions hold together; `nil` is no condition.
public struct DoctorQuery: ListQuery, Equatable, Sendable {
    /// Each word must occur in the first or last name or the specialization, in any case.
    public var search: [String] = []
    /// Exactly this specialization.
    public var specialization: String?
    public var gender: Gender?
    public var isAvailable: Bool?
    /// Empty is by last name, first name, number.
    public var ordering: [Ordering<DoctorSortKey>] = []
    public var page = PageRequest<DoctorSortKey>()

    public init() {}
}
