package import Domain

/// A password. The rules for new ones are the use case's.
package struct PasswordField: FieldDeclaration {
    package let field: Field
    package let isRequired: Bool
    package let help: String
    package var allowsNull: Bool { false }
    package var allowsBlank: Bool { false }
    package var schema: Schema {
        // A limit in bytes cannot be said; as many characters are never accepted in fewer bytes.
        .text(minimum: 1, maximum: Password.maximumBytes, pattern: #"\S"#, format: "password")
    }

    package func read(_ value: JSONValue, today: CalendarDate) throws(FieldError.Reason) -> Password? {
        try Password(try value.text())
    }
}

/// Text that is looked up rather than kept, so that only its presence is checked.
package struct PlainTextField: FieldDeclaration {
    package let field: Field
    package let help: String
    package var isRequired: Bool { true }
    package var allowsNull: Bool { false }
    package var allowsBlank: Bool { false }
    package var schema: Schema { .text(minimum: 1, pattern: #"\S"#) }

    package func read(_ value: JSONValue, today: CalendarDate) throws(FieldError.Reason) -> String? {
        let text = try value.text().trimmed
        guard !text.isEmpty else { throw .blank }
        guard !text.utf8.contains(0) else { throw .nullCharacters }
        return text
    }
}
