import Domain

extension Gender: Phrase {
    var english: String {
        switch self {
        case .male: "male"
        case .female: "female"
        case .other: "other"
        }
    }

    var german: String {
        switch self {
        case .male: "männlich"
        case .female: "weiblich"
        case .other: "divers"
        }
    }
}

extension AppointmentStatus: Phrase {
    var english: String {
        switch self {
        case .scheduled: "expected"
        case .checkedIn: "arrived"
        case .completed: "done"
        case .cancelled: "cancelled"
        case .noShow: "no-show"
        }
    }

    var german: String {
        switch self {
        case .scheduled: "erwartet"
        case .checkedIn: "eingetroffen"
        case .completed: "erledigt"
        case .cancelled: "abgesagt"
        case .noShow: "nicht erschienen"
        }
    }
}

extension AssignmentStatus: Phrase {
    var english: String {
        switch self {
        case .active: "active"
        case .inactive: "inactive"
        case .completed: "completed"
        }
    }

    var german: String {
        switch self {
        case .active: "aktiv"
        case .inactive: "inaktiv"
        case .completed: "abgeschlossen"
        }
    }
}

extension Role: Phrase {
    var english: String {
        switch self {
        case .staff: "front desk"
        case .doctor: "doctor"
        case .patient: "patient"
        case .admin: "administrator"
        }
    }

    var german: String {
        switch self {
        case .staff: "Empfang"
        case .doctor: "Arzt"
        case .patient: "Patient"
        case .admin: "Verwaltung"
        }
    }
}

extension Language {
    /// What one of a field's codes is called; the code itself where that says it all.
    func choice(_ code: String, of field: Field) -> String {
        let phrases: [(any Phrase)?] = [
            field == .gender ? Gender(rawValue: code) : nil, field == .role ? Role(rawValue: code) : nil,
            field == .status ? AppointmentStatus(rawValue: code) : nil,
            field == .status ? AssignmentStatus(rawValue: code) : nil,
            field == .action ? AuditAction(rawValue: code) : nil,
            field == .record ? RecordKind(rawValue: code) : nil,
        ]
        return phrases.compactMap(\.self).first.map { self($0) } ?? code
    }
}
