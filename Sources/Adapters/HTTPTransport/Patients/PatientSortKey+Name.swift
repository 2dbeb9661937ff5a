package import Application

extension PatientSortKey: NamedSortKey {
    package var name: String {
        switch self {
        case .id: "id"
        case .firstName: "first_name"
        case .lastName: "last_name"
        case .dateOfBirth: "date_of_birth"
        case .createdAt: "created_at"
        case .updatedAt: "updated_at"
        }
    }
}
