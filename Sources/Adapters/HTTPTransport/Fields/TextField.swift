import Domain

/// Text of a domain type, which knows its limits.
struct TextField<Value: LimitedText>: AnsweredField {
    let field: Field
    var isRequired = false
    let help: String
    var allowsNull: Bool { false }
    var allowsBlank: Bool { !isRequired }

    var schema: Schema {
        guard isRequired else { return answerSchema }
        // Something besides white space has to be there.
        let isEmail = Value.self == EmailAddress.self
        return .text(
            minimum: 1, maximum: Value.maximumLength, pattern: isEmail ? nil : #"\S"#, format: isEmail ? "email" : nil)
    }

    var answerSchema: Schema { .text(maximum: Value.maximumLength) }

    func read(_ value: JSONValue, today: CalendarDate) throws(FieldError.Reason) -> Value? {
        let text = try value.text()
        return allowsBlank ? try Value.optional(text) : try Value(text)
    }

    func write(_ value: Value?, to json: inout JSONWriter) { json.value(value?.text ?? "") }
}
