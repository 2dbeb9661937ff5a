/// Texts of the calendar.
enum CalendarPhrase: Phrase {
    case slot, newAt(String, String), checking, left, lost, moveTitle, move, leave
    case day, week, month, view, print, doctors, show, allDoctors, chosen(Int, of: Int), nobody, closed
    case weekOf(String, String), chooseDoctor, appointments(Int), monday, doctor, appointmentsOf(Int, String)

    var english: String {
        switch self {
        case .slot: "New at {time}, {column}"
        case .newAt(let time, let column): "New at \(time), \(column)"
        case .checking: "Checking"
        case .left: "Left where it was"
        case .lost: "Could not be checked"
        case .moveTitle: "Move the appointment?"
        case .move: "Move"
        case .leave: "Leave it"
        case .day: "Day"
        case .week: "Week"
        case .month: "Month"
        case .view: "View"
        case .print: "Print"
        case .doctors: "Doctors"
        case .show: "Show"
        case .allDoctors: "All"
        case .chosen(let count, let all): "\(count) of \(all) doctors with appointments are shown. Choose others:"
        case .nobody: "There is no doctor whose day could be shown."
        case .closed: "takes no appointments"
        case .weekOf(let from, let to): "\(from) to \(to)"
        case .chooseDoctor: "Choose a doctor to see the week, or a number to see the day."
        case .appointments(let count): count == 1 ? "1 appointment" : "\(count) appointments"
        case .monday: "Week of"
        case .doctor: "Doctor"
        case .appointmentsOf(let count, let day): "\(day), \(count == 1 ? "1 appointment" : "\(count) appointments")"
        }
    }

    var german: String {
        switch self {
        case .slot: "Neu um {time}, {column}"
        case .newAt(let time, let column): "Neu um \(time), \(column)"
        case .checking: "Wird geprüft"
        case .left: "Bleibt, wo er war"
        case .lost: "Konnte nicht geprüft werden"
        case .moveTitle: "Termin verschieben?"
        case .move: "Verschieben"
        case .leave: "Lassen"
        case .day: "Tag"
        case .week: "Woche"
        case .month: "Monat"
        case .view: "Ansicht"
        case .print: "Drucken"
        case .doctors: "Ärzte"
        case .show: "Zeigen"
        case .allDoctors: "Alle"
        case .chosen(let count, let all): "\(count) von \(all) Ärzten mit Terminen sind zu sehen. Andere wählen:"
        case .nobody: "Es gibt keinen Arzt, dessen Tag zu sehen wäre."
        case .closed: "nimmt keine Termine an"
        case .weekOf(let from, let to): "\(from) bis \(to)"
        case .chooseDoctor: "Wählen Sie einen Arzt für die Woche oder eine Zahl für den Tag."
        case .appointments(let count): count == 1 ? "1 Termin" : "\(count) Termine"
        case .monday: "Woche vom"
        case .doctor: "Arzt"
        case .appointmentsOf(let count, let day): "\(day), \(count == 1 ? "1 Termin" : "\(count) Termine")"
        }
    }
}
