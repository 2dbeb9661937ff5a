import Domain

/// The departments that the hospital contract knows, by their codes.
enum Department: String, CaseIterable {
    case cardiology = "CARD"
    case dermatology = "DERM"
    case neurology = "NEUR"
    case orthopedics = "ORTH"
    case pediatrics = "PED"
    case generalMedicine = "GEN"

    /// The department of a specialization, written in whatever case; general medicine for any other text.
    init(_ specialization: Specialization) {
        let name = specialization.text.lowercased()
        self = Department.allCases.first { $0.specialization.text.lowercased() == name } ?? .generalMedicine
    }

    /// What a doctor of this department is trained in, in words.
    var specialization: Specialization {
        switch self {
        case .cardiology: Specialization(stored: "Cardiology")
        case .dermatology: Specialization(stored: "Dermatology")
        case .neurology: Specialization(stored: "Neurology")
        case .orthopedics: Specialization(stored: "Orthopedics")
        case .pediatrics: Specialization(stored: "Pediatrics")
        case .generalMedicine: Specialization(stored: "General medicine")
        }
    }
}
