/// Texts of what is done to many records at once.
enum BulkPhrase: Phrase {
    case choose, chooseAll, chooseFor, none, one, many, nothingChosen, gone(Int), recordGone, undone, why, record, back,
        once
    case result(done: Int, of: Int)

    var english: String {
        switch self {
        case .choose: "Choose"
        case .chooseAll: "Choose all on this page"
        case .chooseFor: "Choose rows for:"
        case .none: "Nothing chosen"
        case .one: "1 chosen"
        case .many: "{n} chosen"
        case .nothingChosen: "No rows were chosen. Nothing was done."
        case .gone(let count):
            count == 1
                ? "One of those chosen is not there any more." : "\(count) of those chosen are not there any more."
        case .recordGone: "It is not there any more."
        case .undone: "Not done"
        case .why: "Why"
        case .record: "Record"
        case .back: "Back to the list"
        case .once: "Each is done by itself: those that cannot be done are named afterwards, with the reason."
        case .result(let done, let all): "\(done) of \(all) done"
        }
    }

    var german: String {
        switch self {
        case .choose: "Auswählen"
        case .chooseAll: "Alle auf dieser Seite auswählen"
        case .chooseFor: "Zeilen auswählen für:"
        case .none: "Nichts ausgewählt"
        case .one: "1 ausgewählt"
        case .many: "{n} ausgewählt"
        case .nothingChosen: "Es waren keine Zeilen ausgewählt. Nichts wurde getan."
        case .gone(let count):
            count == 1
                ? "Eine der ausgewählten Zeilen gibt es nicht mehr."
                : "\(count) der ausgewählten Zeilen gibt es nicht mehr."
        case .recordGone: "Ist nicht mehr da."
        case .undone: "Nicht erledigt"
        case .why: "Warum"
        case .record: "Datensatz"
        case .back: "Zurück zur Liste"
        case .once: "Jeder Datensatz wird für sich behandelt: Was nicht geht, wird danach mit dem Grund genannt."
        case .result(let done, let all): "\(done) von \(all) erledigt"
        }
    }
}
