import Domain
import HTTPTransport

/// A condition that a list can be asked for, by a parameter of the API's name.
struct ListFilter: Sendable {
    /// How it is entered.
    enum Kind: Sendable {
        /// One of these codes.
        case choice([String])
        case date
        /// The number of a record.
        case reference
        /// Yes or no.
        case boolean
    }

    let field: Field
    let kind: Kind

    /// What is asked for, for people.
    func text(_ value: String, in language: Language) -> String {
        switch kind {
        case .choice: language.choice(value, of: field)
        case .date: CalendarDate(value).map(language.day) ?? value
        case .reference: "#\(value)"
        case .boolean: language(value == "true" ? FormPhrase.yes : .no)
        }
    }

    /// The element to enter it.
    func control(_ value: String?, in language: Language) -> HTML {
        """
        <div class="field"><label for="\(field.name)">\(language(field))</label>\
        \(element(value ?? "", in: language))</div>
        """
    }

    private func element(_ value: String, in language: Language) -> HTML {
        let name = field.name
        switch kind {
        case .choice(let codes): return select(codes, value, in: language)
        case .boolean: return select(["true", "false"], value, in: language)
        case .date: return "<input type=\"date\" id=\"\(name)\" name=\"\(name)\" value=\"\(value)\">"
        case .reference:
            return "<input id=\"\(name)\" name=\"\(name)\" value=\"\(value)\" inputmode=\"numeric\" size=\"6\">"
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
