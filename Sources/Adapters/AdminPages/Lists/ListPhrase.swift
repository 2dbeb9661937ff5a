/// Texts of lists.
enum ListPhrase: Phrase {
    case search, any, filters, remove, removeFilters, nothingFound, pages, previous, next, shown(Int), csv
    case found(Int), moreThan(Int), nobodyFound, which

    var english: String {
        switch self {
        case .search: "Search"
        case .any: "Any"
        case .filters: "Filters in force"
        case .remove: "remove"
        case .removeFilters: "Remove filters"
        case .nothingFound: "Nothing matches."
        case .pages: "Pages"
        case .previous: "Previous"
        case .next: "Next"
        case .shown(let count): count == 1 ? "1 shown" : "\(count) shown"
        case .csv: "CSV"
        case .found(let count): count == 1 ? "1 found" : "\(count) found"
        case .moreThan(let count): "More than \(count) found; type more of the name."
        case .nobodyFound: "Nobody found."
        case .which: "Who is meant?"
        }
    }

    var german: String {
        switch self {
        case .search: "Suchen"
        case .any: "Alle"
        case .filters: "Wirksame Filter"
        case .remove: "entfernen"
        case .removeFilters: "Filter entfernen"
        case .nothingFound: "Nichts passt dazu."
        case .pages: "Seiten"
        case .previous: "Zurück"
        case .next: "Weiter"
        case .shown(let count): "\(count) angezeigt"
        case .csv: "CSV"
        case .found(let count): "\(count) gefunden"
        case .moreThan(let count): "Mehr als \(count) gefunden; bitte mehr vom Namen eingeben."
        case .nobodyFound: "Niemand gefunden."
        case .which: "Wer ist gemeint?"
        }
    }
}
