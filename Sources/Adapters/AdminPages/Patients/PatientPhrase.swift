/// Texts about patients.
enum PatientPhrase: Phrase {
    case patients, newPatient, newTitle, editTitle(String), deleteTitle(String), name, born, phone, registered
    case person, contact, clinical, insurance, allergies, noAllergies, goesAlong

    var english: String {
        switch self {
        case .patients: "Patients"
        case .newPatient: "New patient"
        case .newTitle: "Register a patient"
        case .editTitle(let name): "Edit \(name)"
        case .deleteTitle(let name): "Delete \(name)?"
        case .name: "Name"
        case .born: "Born"
        case .phone: "Phone"
        case .registered: "Registered"
        case .person: "Person"
        case .contact: "Contact"
        case .clinical: "Clinical notes"
        case .insurance: "Insurance"
        case .allergies: "Allergies"
        case .noAllergies: "None known"
        case .goesAlong: "The patient's mappings and appointments go along."
        }
    }

    var german: String {
        switch self {
        case .patients: "Patienten"
        case .newPatient: "Neuer Patient"
        case .newTitle: "Patient aufnehmen"
        case .editTitle(let name): "\(name) bearbeiten"
        case .deleteTitle(let name): "\(name) löschen?"
        case .name: "Name"
        case .born: "Geboren"
        case .phone: "Telefon"
        case .registered: "Aufgenommen"
        case .person: "Person"
        case .contact: "Kontakt"
        case .clinical: "Klinische Angaben"
        case .insurance: "Versicherung"
        case .allergies: "Allergien"
        case .noAllergies: "Keine bekannt"
        case .goesAlong: "Zuordnungen und Termine des Patienten gehen mit."
        }
    }
}
