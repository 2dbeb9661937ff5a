import Domain
import HTTPTransport

/// One of a few codes.
struct CodeField<Value: RawRepresentable<String> & Sendable>: FieldDeclaration {
    let field: Field
    let choices: [Value]
    let help: String
    var isRequired: Bool { true }
    var allowsNull: Bool { false }
    var allowsBlank: Bool { false }
    var schema: Schema { .choice(choices.map(\.rawValue)) }

    func read(_ value: JSONValue, today: CalendarDate) throws(FieldError.Reason) -> Value? {
        let code = value.choiceText
        guard let choice = choices.first(where: { $0.rawValue == code }) else { throw .notAChoice(code) }
        return choice
    }
}
