public import Domain

/// What mappings can be sorted by; the status by its code.
public enum AssignmentSortKey: SortKey {
    case id, status, assignedAt, updatedAt

    public static let standardOrder: [Ordering<AssignmentSortKey>] = [
        Ordering(.assignedAt, descending: true), Ordering(.id, descending: true),
    ]

    public var kind: SortValue.Kind {
        switch self {
        case .id: .id
        case .status: .text
        case .assignedAt, .updatedAt: .instant
        }
    }

    /// What a mapping has in this key.
    public func value(of assignment: Assignment) -> SortValue {
        switch self {
        case .id: .number(assignment.id.number)
        case .status: .text(assignment.details.status.rawValue)
        case .assignedAt: .instant(assignment.assignedAt)
        case .updatedAt: .instant(assignment.updatedAt)
        }
    }
}
