package import Domain

/// A password. The rules for new ones are the use case's.
package struct PasswordField: FieldDeclaration {
    package let field: Field
    package let isRequired: Bool
    package let help: String
    package var allowsNull: Bool { false }
    package var allowsBlank: Bool { false }
    package var input: InputKind { .password }
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

/// A code of a second factor, or a recovery code. One of another form is a wrong one.
package struct OneTimeCodeField: FieldDeclaration {
    package let field = Field.oneTimeCode
    package let isRequired: Bool
    package let help: String
    package var allowsNull: Bool { !isRequired }
    package var allowsBlank: Bool { !isRequired }
    package var schema: Schema {
        isRequired
            ? .text(minimum: 1, maximum: OneTimeCodeField.limit, pattern: #"\S"#)
            : Schema.text(maximum: OneTimeCodeField.limit).orNull
    }

    /// More characters than a recovery code has with all its hyphens.
    private static let limit = 64

    package func read(_ value: JSONValue, today: CalendarDate) throws(FieldError.Reason) -> SecondFactorProof? {
        let text = try value.text().trimmed
        guard !text.isEmpty else {
            if isRequired { throw .blank }
            return nil
        }
        guard text.unicodeScalars.count <= OneTimeCodeField.limit else {
            throw .tooLong(maximum: OneTimeCodeField.limit)
        }
        return SecondFactorProof(text)
    }
}
