public import Domain

/// What doctors can be sorted by. Texts sort by code points.
public enum DoctorSortKey: SortKey {
    case id, firstName, lastName, specialization, yearsOfExperience, createdAt, updatedAt

    public static let standardOrder: [Ordering<DoctorSortKey>] = [
        Ordering(.lastName), Ordering(.firstName), Ordering(.id),
    ]

    public var kind: SortValue.Kind {
        switch self {
        case .id: .id
        case .firstName, .lastName, .specialization: .text
        case .yearsOfExperience: .number(0...1000)
        case .createdAt, .updatedAt: .instant
        }
    }

    /// What a doctor has in this key.
    public func value(of doctor: Doctor) -> SortValue {
        switch self {
        case .id: .number(doctor.id.number)
        case .firstName: .text(doctor.details.firstName.text)
        case .lastName: .text(doctor.details.lastName.text)
        case .specialization: .text(doctor.details.specialization.text)
        case .yearsOfExperience: .number(Int64(doctor.details.yearsOfExperience.number))
        case .createdAt: .instant(doctor.createdAt)
        case .updatedAt: .instant(doctor.updatedAt)
        }
    }
}
