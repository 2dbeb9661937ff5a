/// Texts about mappings.
enum AssignmentPhrase: Phrase {
    case newMapping, newTitle, editTitle(String), deleteTitle(String), since, people, care
    case end, endQuestion(Int), deleteQuestion(Int)

    var english: String {
        switch self {
        case .newMapping: "New mapping"
        case .newTitle: "Assign a doctor"
        case .editTitle(let name): "Edit \(name)"
        case .deleteTitle(let name): "Delete \(name)?"
        case .since: "Since"
        case .people: "Patient and doctor"
        case .care: "Care"
        case .end: "Complete"
        case .endQuestion(let count): count == 1 ? "Complete one mapping?" : "Complete \(count) mappings?"
        case .deleteQuestion(let count): count == 1 ? "Delete one mapping?" : "Delete \(count) mappings?"
        }
    }

    var german: String {
        switch self {
        case .newMapping: "Neue Zuordnung"
        case .newTitle: "Arzt zuordnen"
        case .editTitle(let name): "\(name) bearbeiten"
        case .deleteTitle(let name): "\(name) löschen?"
        case .since: "Seit"
        case .people: "Patient und Arzt"
        case .care: "Behandlung"
        case .end: "Abschließen"
        case .endQuestion(let count): count == 1 ? "Eine Zuordnung abschließen?" : "\(count) Zuordnungen abschließen?"
        case .deleteQuestion(let count): count == 1 ? "Eine Zuordnung löschen?" : "\(count) Zuordnungen löschen?"
        }
    }
}
