package import Application

extension AuditSortKey: NamedSortKey {
    package var name: String {
        switch self {
        case .id: "id"
        case .at: "at"
        }
    }
}
