package import Application

extension DoctorSortKey: NamedSortKey {
    package var name: String {
        switch self {
        case .id: "id"
        case .firstName: "first_name"
        case .lastName: "last_name"
        case .specialization: "specialization"
        case .yearsOfExperience: "years_of_experience"
        case .createdAt: "created_at"
        case .updatedAt: "updated_at"
        }
    }
}
