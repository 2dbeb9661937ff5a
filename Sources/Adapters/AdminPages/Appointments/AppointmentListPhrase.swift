/// Texts about the list of appointments.
enum AppointmentListPhrase: Phrase {
    case length, cancel, arrived, missed
    case cancelQuestion(Int), arrivedQuestion(Int), missedQuestion(Int)

    var english: String {
        switch self {
        case .length: "Length"
        case .cancel: "Cancel"
        case .arrived: "Arrived"
        case .missed: "No-show"
        case .cancelQuestion(let count): count == 1 ? "Cancel one appointment?" : "Cancel \(count) appointments?"
        case .arrivedQuestion(let count):
            count == 1 ? "Note the arrival of one patient?" : "Note \(count) arrivals?"
        case .missedQuestion(let count): count == 1 ? "Note one no-show?" : "Note \(count) no-shows?"
        }
    }

    var german: String {
        switch self {
        case .length: "Dauer"
        case .cancel: "Absagen"
        case .arrived: "Eingetroffen"
        case .missed: "Nicht erschienen"
        case .cancelQuestion(let count): count == 1 ? "Einen Termin absagen?" : "\(count) Termine absagen?"
        case .arrivedQuestion(let count):
            count == 1
                ? "Einen Patienten als eingetroffen vermerken?" : "\(count) Patienten als eingetroffen vermerken?"
        case .missedQuestion(let count):
            count == 1
                ? "Einen Patienten als nicht erschienen vermerken?"
                : "\(count) Patienten als nicht erschienen vermerken?"
        }
    }
}
