import Domain

/// Whom a field or a filter can name.
enum PersonKind: Sendable {
    case patient, doctor

    var field: Field {
        switch self {
        case .patient: .patient
        case .doctor: .doctor
        }
    }

    /// Where a script asks for those whose name somebody types.
    var source: Address {
        switch self {
        case .patient: "/admin/patients/find/"
        case .doctor: "/admin/doctors/find/"
        }
    }
}
