package import Domain

/// Text of a domain type, which knows its limits.
package struct TextField<Value: LimitedText>: AnsweredField {
    package let field: Field
    package var isRequired = false
    package let help: String
    package var allowsNull: Bool { false }
    package var allowsBlank: Bool { !isRequired }

    package var input: InputKind {
        if Value.self == EmailAddress.self { return .email(maximum: Value.maximumLength) }
        if Value.self == PhoneNumber.self { return .telephone(maximum: Value.maximumLength) }
        if Value.self == FreeText.self { return .longText(maximum: Value.maximumLength) }
        return .text(maximum: Value.maximumLength)
    }

    package var schema: Schema {
        guard isRequired else { return answerSchema }
        // Something besides white space has to be there.
        let isEmail = Value.self == EmailAddress.self
        return .text(
            minimum: 1, maximum: Value.maximumLength, pattern: isEmail ? nil : #"\S"#, format: isEmail ? "email" : nil)
    }

    package var answerSchema: Schema { .text(maximum: Value.maximumLength) }

    package func read(_ value: JSONValue, today: CalendarDate) throws(FieldError.Reason) -> Value? {
        let text = try value.text()
        return allowsBlank ? try Value.optional(text) : try Value(text)
    }

    package static func write(_ value: Value?, to json: inout JSONWriter) { json.value(value?.text ?? "") }
}
