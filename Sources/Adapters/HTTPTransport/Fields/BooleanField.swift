import Domain

/// Yes or no.
struct BooleanField: AnsweredField {
    let field: Field
    var standard: Bool?
    let help: String
    var isRequired: Bool { false }
    var allowsNull: Bool { false }
    var allowsBlank: Bool { false }
    var input: InputKind { .boolean }
    var schema: Schema { .boolean }

    func read(_ value: JSONValue, today: CalendarDate) throws(FieldError.Reason) -> Bool? {
        try BooleanText.parse(value)
    }

    static func write(_ value: Bool?, to json: inout JSONWriter) { json.value(value ?? false) }
}
