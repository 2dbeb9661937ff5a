import Domain
import HTTPTransport

/// What a field holds, for people.
struct ValueText {
    let declaration: any FieldDeclaration
    let language: Language

    func text(_ value: String) -> String {
        switch declaration.input {
        case .choice: language.choice(value, of: declaration.field)
        case .date: CalendarDate(value).map(language.day) ?? value
        case .boolean: language(value == "true" ? FormPhrase.yes : .no)
        case .time: LocalTime(value).map { "\(language.day($0.date)), \($0.clock)" } ?? value
        case .text, .longText, .email, .telephone, .password, .integer, .money, .reference: value
        }
    }
}
