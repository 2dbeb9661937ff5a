import Domain

/// A person's date of birth.
struct BirthDateField: AnsweredField {
    let field = Field.dateOfBirth
    var isRequired = false
    let help: String
    var allowsNull: Bool { !isRequired }
    var allowsBlank: Bool { false }
    var input: InputKind { .date }
    var schema: Schema { allowsNull ? Schema.date.orNull : .date }

    func read(_ value: JSONValue, today: CalendarDate) throws(FieldError.Reason) -> BirthDate? {
        guard case .string(let text) = value, let date = CalendarDate(text.trimmed) else { throw .notADate }
        return try BirthDate(date, today: today)
    }

    static func write(_ value: BirthDate?, to json: inout JSONWriter) {
        if let value { json.value(value.date) } else { json.null() }
    }
}

/// When an appointment starts.
struct StartField: AnsweredField {
    let field = Field.appointmentStart
    let help: String
    var isRequired: Bool { true }
    var allowsNull: Bool { false }
    var allowsBlank: Bool { false }
    var input: InputKind { .time }
    var schema: Schema { .time }

    func read(_ value: JSONValue, today: CalendarDate) throws(FieldError.Reason) -> AppointmentStart? {
        guard case .string(let text) = value, let instant = InstantText.parse(text) else { throw .notATime }
        return try AppointmentStart(instant)
    }

    static func write(_ value: AppointmentStart?, to json: inout JSONWriter) {
        if let value { json.value(value.instant) } else { json.null() }
    }
}
