import Domain

/// A password. The rules for new ones are the use case's.
struct PasswordField: FieldDeclaration {
    let field: Field
    let isRequired: Bool
    let help: String
    var allowsNull: Bool { false }
    var allowsBlank: Bool { false }
    var schema: Schema { .text(minimum: 1, maximum: Password.maximumBytes, pattern: #"\S"#, format: "password") }

    func read(_ value: JSONValue, today: CalendarDate) throws(FieldError.Reason) -> Password? {
        try Password(try value.text())
    }
}

/// Text that is looked up rather than kept, so that only its presence is checked.
struct PlainTextField: FieldDeclaration {
    let field: Field
    let help: String
    var isRequired: Bool { true }
    var allowsNull: Bool { false }
    var allowsBlank: Bool { false }
    var schema: Schema { .text(minimum: 1, pattern: #"\S"#) }

    func read(_ value: JSONValue, today: CalendarDate) throws(FieldError.Reason) -> String? {
        let text = try value.text().trimmed
        guard !text.isEmpty else { throw .blank }
        guard !text.utf8.contains(0) else { throw .nullCharacters }
        return text
    }
}
