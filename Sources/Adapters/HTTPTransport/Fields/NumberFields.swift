package import Domain

/// A whole number of a domain type, which knows its limits.
struct NumberField<Value: LimitedNumber>: AnsweredField {
    let field: Field
    var allowsNull = false
    var standard: Value?
    let help: String
    var isRequired: Bool { false }
    var allowsBlank: Bool { false }
    var input: InputKind { .integer(Value.limits) }

    var schema: Schema {
        let number = Schema.integer(Value.limits)
        return allowsNull ? number.orNull : number
    }

    func read(_ value: JSONValue, today: CalendarDate) throws(FieldError.Reason) -> Value? {
        try Value(try IntegerText.parse(value))
    }

    static func write(_ value: Value?, to json: inout JSONWriter) {
        if let value { json.value(value.number) } else { json.null() }
    }
}

/// An amount of money.
struct MoneyField: AnsweredField {
    let field: Field
    let help: String
    var isRequired: Bool { false }
    var allowsNull: Bool { true }
    var allowsBlank: Bool { false }

    var input: InputKind { .money }

    private var wholeDigits: String { "[0-9]{1,\(Money.maximumDigits - Money.decimals)}" }

    var schema: Schema {
        Schema([
            "type": ["string", "number", "null"],
            "pattern": .string("^\(wholeDigits)(\\.[0-9]{1,\(Money.decimals)})?$"),
            "minimum": 0,
        ])
    }

    var answerSchema: Schema { .text(pattern: "^\(wholeDigits)\\.[0-9]{\(Money.decimals)}$").orNull }

    func read(_ value: JSONValue, today: CalendarDate) throws(FieldError.Reason) -> Money? {
        try MoneyText.parse(value)
    }

    static func write(_ value: Money?, to json: inout JSONWriter) {
        if let value { json.value(value) } else { json.null() }
    }
}

/// The number of another record. Whether there is such a record is for the use case to say.
package struct ReferenceField<Kind>: AnsweredField {
    package let field: Field
    package let help: String
    package var isRequired: Bool { true }
    package var allowsNull: Bool { false }
    package var allowsBlank: Bool { false }
    package var input: InputKind { .reference }
    package var schema: Schema { .identifier }

    package func read(_ value: JSONValue, today: CalendarDate) throws(FieldError.Reason) -> ID<Kind>? {
        if value == .string("") { throw .null }
        return try IdentifierText.parse(value)
    }

    package static func write(_ value: ID<Kind>?, to json: inout JSONWriter) {
        if let value { json.value(value.number) } else { json.null() }
    }
}
