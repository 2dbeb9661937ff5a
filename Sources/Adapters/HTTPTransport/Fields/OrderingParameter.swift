import Application
import Domain

/// The keys of `ordering=a,-b`.
struct OrderingParameter<Key: Sendable & Equatable>: ParameterDeclaration {
    let field = Field.ordering
    /// The keys by the names of the members that they stand for.
    let keys: KeyValuePairs<String, Key>
    /// In which order a list is when nothing is asked for.
    let standard: String

    var help: String {
        let names = keys.map { "`\($0.key)`" }.joined(separator: ", ")
        return "By which members, the first one first; `-` before a name for descending. \(standard) "
            + "Rows that are equal come by id. Names: \(names)."
    }

    var schema: Schema {
        let name = "-?(" + keys.map(\.key).joined(separator: "|") + ")"
        return .text(pattern: "^\(name)(,\(name))*$")
    }

    func read(_ text: String, _ check: inout FieldCheck) -> [Ordering<Key>]? {
        var orderings: [Ordering<Key>] = []
        for part in text.split(separator: ",") {
            let sent = String(part).trimmed
            let descending = sent.hasPrefix("-")
            let name = descending ? String(sent.dropFirst()) : sent
            if let key = keys.first(where: { $0.key == name }) {
                orderings.append(Ordering(key.value, descending: descending))
            } else {
                check.refuse(field, .filterNotAChoice(sent))
            }
        }
        return orderings
    }
}
