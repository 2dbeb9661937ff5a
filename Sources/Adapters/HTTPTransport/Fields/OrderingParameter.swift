import Application
import Domain

/// The keys of `ordering=a,-b`.
struct OrderingParameter<Key: NamedSortKey>: ParameterDeclaration {
    let field = Field.ordering
    /// In which order a list is when nothing is asked for.
    let standard: String

    var help: String {
        let names = Key.allCases.map { "`\($0.name)`" }.joined(separator: ", ")
        return "By which members, the first one first; `-` before a name for descending. \(standard) "
            + "Rows that are equal come by id. Names: \(names)."
    }

    var schema: Schema {
        let name = "-?(" + Key.allCases.map(\.name).joined(separator: "|") + ")"
        return .text(pattern: "^\(name)(,\(name))*$")
    }

    func read(_ text: String, _ check: inout FieldCheck) -> [Ordering<Key>]? {
        var orderings: [Ordering<Key>] = []
        for part in text.split(separator: ",") {
            let sent = String(part).trimmed
            let descending = sent.hasPrefix("-")
            let name = descending ? String(sent.dropFirst()) : sent
            if let key = Key.allCases.first(where: { $0.name == name }) {
                orderings.append(Ordering(key, descending: descending))
            } else {
                check.refuse(field, .filterNotAChoice(sent))
            }
        }
        return orderings
    }
}
