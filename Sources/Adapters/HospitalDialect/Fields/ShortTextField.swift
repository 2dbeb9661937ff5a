import Domain
import HTTPTransport

/// Text that may be less long here than in the clinic's own API.
struct ShortTextField<Value: LimitedText>: FieldDeclaration {
    let field: Field
    /// The greatest number of characters.
    let maximum: Int
    let help: String
    var isRequired: Bool { true }
    var allowsNull: Bool { false }
    var allowsBlank: Bool { false }
    var schema: Schema {
        // Something besides white space has to be there.
        let isEmail = Value.self == EmailAddress.self
        return .text(minimum: 1, maximum: maximum, pattern: isEmail ? nil : #"\S"#, format: isEmail ? "email" : nil)
    }

    func read(_ value: JSONValue, today: CalendarDate) throws(FieldError.Reason) -> Value? {
        let text = try value.text().trimmed
        guard text.unicodeScalars.count <= maximum else { throw .tooLong(maximum: maximum) }
        return try Value(text)
    }
}
