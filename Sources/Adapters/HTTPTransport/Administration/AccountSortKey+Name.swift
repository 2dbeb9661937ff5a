package import Application

extension AccountSortKey: NamedSortKey {
    package var name: String {
        switch self {
        case .id: "id"
        case .username: "username"
        case .createdAt: "created_at"
        case .updatedAt: "updated_at"
        }
    }
}
