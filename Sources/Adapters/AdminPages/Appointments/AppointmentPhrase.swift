/// Texts about appointments.
enum AppointmentPhrase: Phrase {
    case appointments, newAppointment, newTitle, editTitle(String), title(String), open, minutes(Int)
    case people, contents, check, free, notFree, hint, which, nobodyFound(String), tooMany
    case doctorTaken(String, String), patientTaken(String, String), patientWith(String, String, String)
    case deleteTitle(String), deleteHint, notChanged, standsNow, calendar

    var english: String {
        switch self {
        case .appointments: "Appointments"
        case .newAppointment: "New appointment"
        case .newTitle: "Book an appointment"
        case .editTitle(let name): "Edit the appointment of \(name)"
        case .title(let name): "Appointment of \(name)"
        case .open: "Open"
        case .minutes(let count): "\(count) min"
        case .people: "Who and when"
        case .contents: "What about"
        case .check: "Check the time"
        case .free: "This time is free. Nothing is saved yet."
        case .notFree: "This time is not free. Nothing is saved yet."
        case .hint: "Type a name and choose, or type a number."
        case .which: "Who is meant?"
        case .nobodyFound(let text): "Nobody found for “\(text)”."
        case .tooMany: "There are more; type more of the name."
        case .doctorTaken(let doctor, let span): "\(doctor) is taken \(span)."
        case .patientTaken(let patient, let span): "\(patient) has another appointment \(span)."
        case .patientWith(let patient, let doctor, let span): "\(patient) is with \(doctor) \(span)."
        case .deleteTitle(let name): "Delete the appointment of \(name)?"
        case .deleteHint: "To keep it in lists, set it to cancelled instead."
        case .notChanged: "The appointment was not changed"
        case .standsNow: "This is how it stands now:"
        case .calendar: "Show in the calendar"
        }
    }

    var german: String {
        switch self {
        case .appointments: "Termine"
        case .newAppointment: "Neuer Termin"
        case .newTitle: "Termin vergeben"
        case .editTitle(let name): "Termin von \(name) bearbeiten"
        case .title(let name): "Termin von \(name)"
        case .open: "Öffnen"
        case .minutes(let count): "\(count) Min."
        case .people: "Wer und wann"
        case .contents: "Worum es geht"
        case .check: "Zeit prüfen"
        case .free: "Diese Zeit ist frei. Gespeichert ist noch nichts."
        case .notFree: "Diese Zeit ist nicht frei. Gespeichert ist noch nichts."
        case .hint: "Namen eingeben und wählen, oder die Nummer eingeben."
        case .which: "Wer ist gemeint?"
        case .nobodyFound(let text): "Niemand gefunden: „\(text)“."
        case .tooMany: "Es gibt mehr; bitte mehr vom Namen eingeben."
        case .doctorTaken(let doctor, let span): "\(doctor) ist \(span) vergeben."
        case .patientTaken(let patient, let span): "\(patient) hat \(span) einen anderen Termin."
        case .patientWith(let patient, let doctor, let span): "\(patient) ist \(span) bei \(doctor)."
        case .deleteTitle(let name): "Termin von \(name) löschen?"
        case .deleteHint: "Soll er in Listen bleiben, setzen Sie ihn stattdessen auf „abgesagt“."
        case .notChanged: "Der Termin wurde nicht geändert"
        case .standsNow: "So steht er jetzt da:"
        case .calendar: "Im Kalender zeigen"
        }
    }
}
