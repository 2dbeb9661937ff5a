import Domain

/// Texts about doctors.
enum DoctorPhrase: Phrase {
    case newDoctor, newTitle, editTitle(String), deleteTitle(String), name, person, contact, profession, practice
    case makeAvailable, makeUnavailable, availableQuestion(Int), unavailableQuestion(Int), deleteQuestion(Int)
    case available, unavailable, patients, noPatients, toCome, nothingToCome, load, day, appointments, minutes, cap

    var english: String {
        switch self {
        case .newDoctor: "New doctor"
        case .newTitle: "Register a doctor"
        case .editTitle(let name): "Edit \(name)"
        case .deleteTitle(let name): "Delete \(name)?"
        case .name: "Name"
        case .person: "Person"
        case .contact: "Contact"
        case .profession: "Profession"
        case .practice: "Practice"
        case .makeAvailable: "Available"
        case .makeUnavailable: "Not available"
        case .availableQuestion(let count):
            count == 1 ? "Make one doctor available?" : "Make \(count) doctors available?"
        case .unavailableQuestion(let count):
            count == 1 ? "Make one doctor unavailable?" : "Make \(count) doctors unavailable?"
        case .deleteQuestion(let count): count == 1 ? "Delete one doctor?" : "Delete \(count) doctors?"
        case .available: "Available"
        case .unavailable: "Not available"
        case .patients: "Patients"
        case .noPatients: "No patients are assigned."
        case .toCome: "Appointments to come"
        case .nothingToCome: "No appointments to come."
        case .load: "Load of the next 14 days"
        case .day: "Day"
        case .appointments: "Appointments"
        case .minutes: "Minutes"
        case .cap: "of at most"
        }
    }

    var german: String {
        switch self {
        case .newDoctor: "Neuer Arzt"
        case .newTitle: "Arzt aufnehmen"
        case .editTitle(let name): "\(name) bearbeiten"
        case .deleteTitle(let name): "\(name) löschen?"
        case .name: "Name"
        case .person: "Person"
        case .contact: "Kontakt"
        case .profession: "Beruf"
        case .practice: "Sprechstunde"
        case .makeAvailable: "Verfügbar"
        case .makeUnavailable: "Nicht verfügbar"
        case .availableQuestion(let count):
            count == 1 ? "Einen Arzt verfügbar machen?" : "\(count) Ärzte verfügbar machen?"
        case .unavailableQuestion(let count):
            count == 1 ? "Einen Arzt auf „nicht verfügbar“ setzen?" : "\(count) Ärzte auf „nicht verfügbar“ setzen?"
        case .deleteQuestion(let count): count == 1 ? "Einen Arzt löschen?" : "\(count) Ärzte löschen?"
        case .available: "Verfügbar"
        case .unavailable: "Nicht verfügbar"
        case .patients: "Patienten"
        case .noPatients: "Keine Patienten zugeordnet."
        case .toCome: "Kommende Termine"
        case .nothingToCome: "Keine kommenden Termine."
        case .load: "Auslastung der nächsten 14 Tage"
        case .day: "Tag"
        case .appointments: "Termine"
        case .minutes: "Minuten"
        case .cap: "von höchstens"
        }
    }

    /// Whether a doctor takes new appointments, in words and colour.
    static func badge(of doctor: Doctor, in language: Language) -> HTML {
        doctor.details.isAvailable
            ? "<span class=\"badge badge-good\">\(language(DoctorPhrase.available))</span>"
            : "<span class=\"badge badge-warn\">\(language(DoctorPhrase.unavailable))</span>"
    }
}
