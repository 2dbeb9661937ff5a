/// Texts about what goes on.
enum ActivityPhrase: Phrase {
    case overview, trail, fine, faults(Int), unknown, whatToDo, signed(String), checked(String, String)
    case sessions, accounts, span, days(Int), table, day, none, most(String, String)
    case appointments, loads, hours, hoursOf(String, Int), newPatients, noShows, signIns, begun, refused
    case at, nobody, record, changed

    var english: String {
        switch self {
        case .overview: "Overview"
        case .trail: "Audit trail"
        case .fine: "The end of the chain is whole."
        case .faults(let count): count == 1 ? "The chain has a fault." : "The chain has \(count) faults."
        case .unknown: "Nothing is signed yet, so nobody can tell."
        case .whatToDo: "Look at all of it on the server:"
        case .signed(let time): "Last signed \(time)."
        case .checked(let events, let time): "\(events) events checked at \(time)."
        case .sessions: "Sessions now"
        case .accounts: "Accounts signed in"
        case .span: "Days shown"
        case .days(let count): "\(count) days"
        case .table: "Table"
        case .day: "Day"
        case .none: "None."
        case .most(let what, let number): "Most: \(what), \(number)."
        case .appointments: "Appointments"
        case .loads: "Booked time by doctor"
        case .hours: "Booked"
        case .hoursOf(let hours, let count): "\(hours) booked with \(count == 1 ? "one doctor" : "\(count) doctors")."
        case .newPatients: "New patients"
        case .noShows: "No-shows"
        case .signIns: "Sign-ins"
        case .begun: "Signed in"
        case .refused: "Refused"
        case .at: "Time"
        case .nobody: "nobody known"
        case .record: "Record"
        case .changed: "Changed"
        }
    }

    var german: String {
        switch self {
        case .overview: "Überblick"
        case .trail: "Protokoll"
        case .fine: "Das Ende der Kette ist heil."
        case .faults(let count): count == 1 ? "Die Kette hat einen Fehler." : "Die Kette hat \(count) Fehler."
        case .unknown: "Noch ist nichts unterschrieben, daher ist es ungewiss."
        case .whatToDo: "Prüfen Sie alles auf dem Server:"
        case .signed(let time): "Zuletzt unterschrieben \(time)."
        case .checked(let events, let time): "\(events) Vorgänge geprüft um \(time)."
        case .sessions: "Sitzungen jetzt"
        case .accounts: "Angemeldete Konten"
        case .span: "Gezeigte Tage"
        case .days(let count): "\(count) Tage"
        case .table: "Tabelle"
        case .day: "Tag"
        case .none: "Keine."
        case .most(let what, let number): "Am meisten: \(what), \(number)."
        case .appointments: "Termine"
        case .loads: "Gebuchte Zeit je Arzt"
        case .hours: "Gebucht"
        case .hoursOf(let hours, let count): "\(hours) gebucht bei \(count == 1 ? "einem Arzt" : "\(count) Ärzten")."
        case .newPatients: "Neue Patienten"
        case .noShows: "Nicht erschienen"
        case .signIns: "Anmeldungen"
        case .begun: "Angemeldet"
        case .refused: "Verweigert"
        case .at: "Zeit"
        case .nobody: "niemand bekannt"
        case .record: "Datensatz"
        case .changed: "Geändert"
        }
    }
}
