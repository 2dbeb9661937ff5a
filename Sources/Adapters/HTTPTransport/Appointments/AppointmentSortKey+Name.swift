package import Application

extension AppointmentSortKey: NamedSortKey {
    package var name: String {
        switch self {
        case .id: "id"
        case .start: "appointment_datetime"
        case .status: "status"
        case .createdAt: "created_at"
        case .updatedAt: "updated_at"
        }
    }
}
