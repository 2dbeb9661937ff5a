import Domain
import Application

/// Texts about how the server is.
enum OperationsPhrase: Phrase {
    case perSecond, half, most(Int), underWay, connections, limits, counted(Int, seconds: Int)
    case server, version, started, upFor, lasted(seconds: Int64)
    case database, noDatabase, engine, migrations, applied(Int, of: Int), size, turnedAway, lost
    case lanes, lane(StorageLoad.Lane.Kind), busy(Int, of: Int, waiting: Int)
    case hashing, threads, hashesTurnedAway(Int), signedIn, sessions, accounts
    case busiest, slowest, route, requests, failed, unknownRoute, otherMethods

    var english: String {
        switch self {
        case .perSecond: "Requests a second"
        case .half: "Half within"
        case .most(let percent): "\(percent) of 100 within"
        case .underWay: "Being answered"
        case .connections: "Open connections"
        case .limits: "Limits met"
        case .counted(let count, let seconds):
            "\(Language.english.number(count)) answers in the last \(Language.english.number(seconds)) seconds. "
                + "Limits met are counted since the start."
        case .server: "Server"
        case .version: "Version"
        case .started: "Started"
        case .upFor: "Running for"
        case .lasted(let seconds): OperationsPhrase.lasted(seconds, ["d", "h", "min"])
        case .database: "Database"
        case .noDatabase: "The database does not answer."
        case .engine: "Engine"
        case .migrations: "Migrations"
        case .applied(let count, let known): "\(count) of \(known) applied"
        case .size: "Size"
        case .turnedAway: "Turned away since the start"
        case .lost: "Connections lost"
        case .lanes: "Ways to the database"
        case .lane(.reads): "Short reads"
        case .lane(.lists): "Lists"
        case .lane(.writes): "Writes"
        case .lane(.writesAndLists): "Writes and lists"
        case .lane(.notes): "Audit trail"
        case .busy(let busy, let most, let waiting): "\(busy) of \(most) busy, \(waiting) waiting"
        case .hashing: "Password hashing"
        case .threads: "Threads"
        case .hashesTurnedAway(let count): "\(Language.english.number(count)) turned away since the start."
        case .signedIn: "Signed in"
        case .sessions: "Sessions"
        case .accounts: "Accounts"
        case .busiest: "Asked most since the start"
        case .slowest: "Slowest since the start"
        case .route: "Address"
        case .requests: "Requests"
        case .failed: "Failed here"
        case .unknownRoute: "unknown addresses"
        case .otherMethods: "others"
        }
    }

    var german: String {
        switch self {
        case .perSecond: "Anfragen je Sekunde"
        case .half: "Die Hälfte in"
        case .most(let percent): "\(percent) von 100 in"
        case .underWay: "In Bearbeitung"
        case .connections: "Offene Verbindungen"
        case .limits: "Grenzen erreicht"
        case .counted(let count, let seconds):
            "\(Language.german.number(count)) Antworten in den letzten \(Language.german.number(seconds)) Sekunden. "
                + "Erreichte Grenzen zählen seit dem Start."
        case .server: "Server"
        case .version: "Version"
        case .started: "Gestartet"
        case .upFor: "Läuft seit"
        case .lasted(let seconds): OperationsPhrase.lasted(seconds, ["T", "Std.", "Min."])
        case .database: "Datenbank"
        case .noDatabase: "Die Datenbank antwortet nicht."
        case .engine: "System"
        case .migrations: "Migrationen"
        case .applied(let count, let known): "\(count) von \(known) angewendet"
        case .size: "Größe"
        case .turnedAway: "Abgewiesen seit dem Start"
        case .lost: "Verlorene Verbindungen"
        case .lanes: "Wege zur Datenbank"
        case .lane(.reads): "Kurze Abfragen"
        case .lane(.lists): "Listen"
        case .lane(.writes): "Änderungen"
        case .lane(.writesAndLists): "Änderungen und Listen"
        case .lane(.notes): "Protokoll"
        case .busy(let busy, let most, let waiting): "\(busy) von \(most) belegt, \(waiting) warten"
        case .hashing: "Prüfen von Passwörtern"
        case .threads: "Threads"
        case .hashesTurnedAway(let count): "\(Language.german.number(count)) abgewiesen seit dem Start."
        case .signedIn: "Angemeldet"
        case .sessions: "Sitzungen"
        case .accounts: "Konten"
        case .busiest: "Am meisten gefragt seit dem Start"
        case .slowest: "Am langsamsten seit dem Start"
        case .route: "Adresse"
        case .requests: "Anfragen"
        case .failed: "Hier gescheitert"
        case .unknownRoute: "unbekannte Adressen"
        case .otherMethods: "andere"
        }
    }

    /// The two greatest units: 3 d 4 h; 4 h 12 min; 0 min.
    private static func lasted(_ seconds: Int64, _ units: [String]) -> String {
        let minutes = seconds / 60
        let parts = zip([minutes / 1440, minutes / 60 % 24, minutes % 60], units)
        let shown = parts.drop { $0.0 == 0 }.prefix(2).map { "\($0) \($1)" }
        return shown.isEmpty ? "0 \(units[2])" : shown.joined(separator: " ")
    }
}
