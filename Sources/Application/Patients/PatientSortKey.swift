public import Domain

/// What patients can be sorted by. Names sort by code points.
public enum PatientSortKey: SortKey {
    case id, firstName, lastName, dateOfBirth, createdAt, updatedAt

    public static let standardOrder: [Ordering<PatientSortKey>] = [
        Ordering(.createdAt, descending: true), Ordering(.id, descending: true),
    ]

    public var kind: SortValue.Kind {
        switch self {
        case .id: .id
        case .firstName, .lastName: .text
        case .dateOfBirth: .date
        case .createdAt, .updatedAt: .instant
        }
    }

    /// What a patient has in this key.
    public func value(of patient: Patient) -> SortValue {
        switch self {
        case .id: .number(patient.id.number)
        case .firstName: .text(patient.details.firstName.text)
        case .lastName: .text(patient.details.lastName.text)
        case .dateOfBirth: .date(patient.details.dateOfBirth.date)
        case .createdAt: .instant(patient.createdAt)
        case .updatedAt: .instant(patient.updatedAt)
        }
    }
}
