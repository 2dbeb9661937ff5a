/// Texts that stand around every page.
enum FramePhrase: Phrase {
    case clinic, skip, menu, main, findPatient, signOut, myAccount, language, youAreHere, showAll
    case today, calendar, patients, doctors, mappings, appointments, accounts, activity, operations
    case keyboard, keySearch, keyNew, keyToday, keyHelp, keyStatus, keyRows, keyMove, singleKeys, close
    case stillThere, idleBefore, idleAfter, staySignedIn

    var english: String {
        switch self {
        case .clinic: "Clinic"
        case .skip: "Skip to content"
        case .menu: "Menu"
        case .main: "Main"
        case .findPatient: "Find a patient"
        case .signOut: "Sign out"
        case .myAccount: "My account"
        case .language: "Language"
        case .youAreHere: "You are here"
        case .showAll: "Show all"
        case .today: "Today"
        case .calendar: "Calendar"
        case .patients: "Patients"
        case .doctors: "Doctors"
        case .mappings: "Mappings"
        case .appointments: "Appointments"
        case .accounts: "Accounts"
        case .activity: "Activity"
        case .operations: "Operations"
        case .keyboard: "Keyboard"
        case .keySearch: "Search"
        case .keyNew: "New record"
        case .keyToday: "Today"
        case .keyHelp: "These keys"
        case .keyStatus: "In a row of today: arrived, done, no-show, cancelled, expected"
        case .keyRows: "In a row of today: the row above or below"
        case .keyMove: "On an appointment in the calendar: move it by arrows, Enter puts it there, Escape leaves it"
        case .singleKeys: "Single keys on this device"
        case .close: "Close"
        case .stillThere: "Still there?"
        case .idleBefore: "You will be signed out in"
        case .idleAfter: "seconds. What you typed is kept."
        case .staySignedIn: "Stay signed in"
        }
    }

    var german: String {
        switch self {
        case .clinic: "Praxis"
        case .skip: "Zum Inhalt"
        case .menu: "Menü"
        case .main: "Hauptmenü"
        case .findPatient: "Patient suchen"
        case .signOut: "Abmelden"
        case .myAccount: "Mein Konto"
        case .language: "Sprache"
        case .youAreHere: "Sie sind hier"
        case .showAll: "Alle zeigen"
        case .today: "Heute"
        case .calendar: "Kalender"
        case .patients: "Patienten"
        case .doctors: "Ärzte"
        case .mappings: "Zuordnungen"
        case .appointments: "Termine"
        case .accounts: "Konten"
        case .activity: "Vorgänge"
        case .operations: "Betrieb"
        case .keyboard: "Tasten"
        case .keySearch: "Suchen"
        case .keyNew: "Neuer Datensatz"
        case .keyToday: "Heute"
        case .keyHelp: "Diese Tasten"
        case .keyStatus: "In einer Zeile von heute: eingetroffen, erledigt, nicht erschienen, abgesagt, erwartet"
        case .keyRows: "In einer Zeile von heute: die Zeile darüber oder darunter"
        case .keyMove:
            "Auf einem Termin im Kalender: mit Pfeilen verschieben, Enter setzt ihn dort hin, Escape lässt ihn"
        case .singleKeys: "Einzelne Tasten auf diesem Gerät"
        case .close: "Schließen"
        case .stillThere: "Noch da?"
        case .idleBefore: "Sie werden abgemeldet in"
        case .idleAfter: "Sekunden. Was Sie eingegeben haben, bleibt erhalten."
        case .staySignedIn: "Angemeldet bleiben"
        }
    }
}
