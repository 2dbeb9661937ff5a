import Application

extension AssignmentSortKey: NamedSortKey {
    var name: String {
        switch self {
        case .id: "id"
        case .status: "status"
        case .assignedAt: "assigned_at"
        case .updatedAt: "updated_at"
        }
    }
}
