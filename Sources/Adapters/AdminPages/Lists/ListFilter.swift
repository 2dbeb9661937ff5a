import Domain
import HTTPTransport

/// A condition that a list can be asked for, by a parameter of the API's name.
struct ListFilter: Sendable {
    /// How it is entered.
    enum Kind: Sendable {
        /// One of these codes.
        case choice([String])
        case date
        /// A patient or a doctor, found by typing.
        case person(PersonKind)
        /// Yes or no.
        case boolean
        case text
    }

    let field: Field
    let kind: Kind

    /// Somebody of whom the rows are.
    static func person(_ kind: PersonKind) -> ListFilter { ListFilter(field: kind.field, kind: .person(kind)) }

    /// What is asked for, for people.
    func text(_ value: String, in language: Language) -> String {
        switch kind {
        case .choice: language.choice(value, of: field)
        case .date: CalendarDate(value).map(language.day) ?? value
        case .person: Int64(value) == nil ? value : "#\(value)"
        case .boolean: language(value == "true" ? FormPhrase.yes : .no)
        case .text: value
        }
    }

    /// The element to enter it.
    ///
    /// - Parameter person: whom it names now.
    func control(_ value: String?, naming person: RelatedField.Choice?, in language: Language) -> HTML {
        let label: HTML = "<label for=\"\(field.name)\">\(language(field))</label>"
        if case .person(let kind) = kind {
            return """
                <div class="field related" data-related data-source="\(kind.source)">\(label)\
                \(personInput(value ?? "", person))</div>
                """
        }
        return "<div class=\"field\">\(label)\(element(value ?? "", in: language))</div>"
    }

    private func personInput(_ value: String, _ person: RelatedField.Choice?) -> HTML {
        let shown: HTML = person.map { " data-text=\"\($0.name)\" data-detail=\"\($0.marks)\"" } ?? .empty
        return "<input id=\"\(field.name)\" name=\"\(field.name)\" value=\"\(value)\" autocomplete=\"off\"\(shown)>"
    }

    private func element(_ value: String, in language: Language) -> HTML {
        let name = field.name
        switch kind {
        case .choice(let codes): return select(codes, value, in: language)
        case .boolean: return select(["true", "false"], value, in: language)
        case .date: return "<input type=\"date\" id=\"\(name)\" name=\"\(name)\" value=\"\(value)\">"
        case .text: return "<input id=\"\(name)\" name=\"\(name)\" value=\"\(value)\" autocomplete=\"off\">"
        case .person: return .empty
        }
    }

    private func select(_ codes: [String], _ value: String, in language: Language) -> HTML {
        let options = codes.map {
            "<option value=\"\($0)\"\(HTML.when($0 == value, " selected"))>\(text($0, in: language))</option>" as HTML
        }
        return """
            <select id="\(field.name)" name="\(field.name)"><option value="">\(language(ListPhrase.any))</option>\
            \(options)</select>
            """
    }
}
