import Domain

/// One of a few codes.
struct ChoiceField<Value: RawRepresentable & CaseIterable & Sendable>: AnsweredField where Value.RawValue == String {
    let field: Field
    var isRequired = false
    var allowsBlank = false
    var standard: Value?
    let help: String
    var allowsNull: Bool { false }
    var input: InputKind { .choice(Value.allCases.map(\.rawValue)) }

    var schema: Schema { .choice(Value.allCases.map(\.rawValue) + (allowsBlank ? [""] : [])) }

    func read(_ value: JSONValue, today: CalendarDate) throws(FieldError.Reason) -> Value? {
        let code = value.choiceText
        if code.isEmpty, allowsBlank { return nil }
        guard let choice = Value(rawValue: code) else { throw .notAChoice(code) }
        return choice
    }

    static func write(_ value: Value?, to json: inout JSONWriter) { json.value(value?.rawValue ?? "") }
}
