/// Texts about patients.
enum PatientPhrase: Phrase {
    case patients, newPatient, newTitle, editTitle(String), deleteTitle(String), name, born, phone, registered
    case person, contact, clinical, insurance, allergies, noAllergies
    case age(Int), past, nothingPast, noDoctors, changes, noChanges, looks, access, times(Int), lastLooks(Int),
        nobodyKnown, refused
    case export, exportQuestion(Int), deleteQuestion(Int)

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
        case .age(let years): years == 1 ? "1 year old" : "\(years) years old"
        case .past: "Past appointments"
        case .nothingPast: "No past appointments."
        case .noDoctors: "No doctors are assigned."
        case .changes: "History of changes"
        case .noChanges: "Nothing is noted."
        case .looks: "Who has looked"
        case .access: "Everything done with this record"
        case .times(let count): count == 1 ? "once" : "\(count) times, the last one then"
        case .lastLooks(let count): "Of the last \(count) openings:"
        case .nobodyKnown: "Nobody known"
        case .refused: "refused"
        case .export: "CSV of these"
        case .exportQuestion(let count): count == 1 ? "Export one patient?" : "Export \(count) patients?"
        case .deleteQuestion(let count): count == 1 ? "Delete one patient?" : "Delete \(count) patients?"
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
        case .age(let years): years == 1 ? "1 Jahr alt" : "\(years) Jahre alt"
        case .past: "Vergangene Termine"
        case .nothingPast: "Keine vergangenen Termine."
        case .noDoctors: "Keine Ärzte zugeordnet."
        case .changes: "Verlauf der Änderungen"
        case .noChanges: "Nichts vermerkt."
        case .looks: "Wer hineingesehen hat"
        case .access: "Alles, was mit diesem Datensatz geschah"
        case .times(let count): count == 1 ? "einmal" : "\(count)-mal, zuletzt dann"
        case .lastLooks(let count): "Von den letzten \(count) Malen:"
        case .nobodyKnown: "Unbekannt"
        case .refused: "verweigert"
        case .export: "CSV der Auswahl"
        case .exportQuestion(let count): count == 1 ? "Einen Patienten exportieren?" : "\(count) Patienten exportieren?"
        case .deleteQuestion(let count): count == 1 ? "Einen Patienten löschen?" : "\(count) Patienten löschen?"
        }
    }
}
