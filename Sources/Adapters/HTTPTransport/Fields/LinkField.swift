import Domain

/// The number of another record, or none. Whether there is such a record is for the use case to say.
struct LinkField<Kind>: AnsweredField {
    let field: Field
    let help: String
    var isRequired: Bool { false }
    var allowsNull: Bool { true }
    var allowsBlank: Bool { false }
    var input: InputKind { .reference }
    var schema: Schema { .identifier.orNull }

    func read(_ value: JSONValue, today: CalendarDate) throws(FieldError.Reason) -> ID<Kind>? {
        if value == .string("") { return nil }
        return try IdentifierText.parse(value)
    }

    static func write(_ value: ID<Kind>?, to json: inout JSONWriter) {
        if let value { json.value(value.number) } else { json.null() }
    }
}
