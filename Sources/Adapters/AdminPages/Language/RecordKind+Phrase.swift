import Domain

/// What kinds of records are called, and how what was done to them ended.
extension RecordKind: Phrase {
    var english: String {
        switch self {
        case .patient: "Patient"
        case .doctor: "Doctor"
        case .assignment: "Mapping"
        case .appointment: "Appointment"
        case .account: "Account"
        case .session: "Session"
        }
    }

    var german: String {
        switch self {
        case .patient: "Patient"
        case .doctor: "Arzt"
        case .assignment: "Zuordnung"
        case .appointment: "Termin"
        case .account: "Konto"
        case .session: "Sitzung"
        }
    }
}

extension AuditOutcome: Phrase {
    var english: String {
        switch self {
        case .done: "done"
        case .refused: "refused"
        case .failed: "failed"
        }
    }

    var german: String {
        switch self {
        case .done: "getan"
        case .refused: "verweigert"
        case .failed: "gescheitert"
        }
    }
}
