package import Application

extension AssignmentSortKey: NamedSortKey {
    package var name: String {
        switch self {
        case .id: "id"
        case .status: "status"
        case .assignedAt: "assigned_at"
        case .updatedAt: "updated_at"
        }
    }
}
