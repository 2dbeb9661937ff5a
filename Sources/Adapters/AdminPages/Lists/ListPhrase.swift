/// Texts of lists.
enum ListPhrase: Phrase {
    case search, any, filters, remove, removeFilters, nothingFound, pages, previous, next, shown(Int), csv, sortBy

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
        case .sortBy: "Sort by"
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
        case .sortBy: "Sortieren nach"
        }
    }
}
