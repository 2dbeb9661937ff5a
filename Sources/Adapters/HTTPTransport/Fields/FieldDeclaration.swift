import Domain

/// What one member of a body may be: declared once, for reading and for telling people.
protocol FieldDeclaration<Value>: Sendable {
    associatedtype Value: Sendable

    var field: Field { get }
    /// Whether it has to be sent when a record is made.
    var isRequired: Bool { get }
    /// Whether `null` may be sent, for no value.
    var allowsNull: Bool { get }
    /// Whether an empty text may be sent, for no value.
    var allowsBlank: Bool { get }
    /// A sentence for people.
    var help: String { get }

    /// Reads a value that is neither absent nor `null`; `nil` when it is blank and may be.
    func read(_ value: JSONValue, today: CalendarDate) throws(FieldError.Reason) -> Value?
}

/// Text of a domain type, which knows its limits.
struct TextField<Value: LimitedText>: FieldDeclaration {
    let field: Field
    var isRequired = false
    let help: String
    var allowsNull: Bool { false }
    var allowsBlank: Bool { !isRequired }

    func read(_ value: JSONValue, today: CalendarDate) throws(FieldError.Reason) -> Value? {
        let text = try value.text()
        return allowsBlank ? try Value.optional(text) : try Value(text)
    }
}

/// One of a few codes.
struct ChoiceField<Value: RawRepresentable & CaseIterable & Sendable>: FieldDeclaration where Value.RawValue == String {
    let field: Field
    var isRequired = false
    var allowsBlank = false
    let help: String
    var allowsNull: Bool { false }

    func read(_ value: JSONValue, today: CalendarDate) throws(FieldError.Reason) -> Value? {
        let code = value.choiceText
        if code.isEmpty, allowsBlank { return nil }
        guard let choice = Value(rawValue: code) else { throw .notAChoice(code) }
        return choice
    }
}

/// A whole number of a domain type, which knows its limits.
struct NumberField<Value: LimitedNumber>: FieldDeclaration {
    let field: Field
    var isRequired: Bool { false }
    var allowsNull = false
    var allowsBlank: Bool { false }
    let help: String

    func read(_ value: JSONValue, today: CalendarDate) throws(FieldError.Reason) -> Value? {
        try Value(try IntegerText.parse(value))
    }
}

/// An amount of money.
struct MoneyField: FieldDeclaration {
    let field: Field
    let help: String
    var isRequired: Bool { false }
    var allowsNull: Bool { true }
    var allowsBlank: Bool { false }

    func read(_ value: JSONValue, today: CalendarDate) throws(FieldError.Reason) -> Money? {
        try MoneyText.parse(value)
    }
}

/// Yes or no.
struct BooleanField: FieldDeclaration {
    let field: Field
    let help: String
    var isRequired: Bool { false }
    var allowsNull: Bool { false }
    var allowsBlank: Bool { false }

    func read(_ value: JSONValue, today: CalendarDate) throws(FieldError.Reason) -> Bool? {
        try BooleanText.parse(value)
    }
}

/// A person's date of birth.
struct BirthDateField: FieldDeclaration {
    let field = Field.dateOfBirth
    var isRequired = false
    let help: String
    var allowsNull: Bool { !isRequired }
    var allowsBlank: Bool { false }

    func read(_ value: JSONValue, today: CalendarDate) throws(FieldError.Reason) -> BirthDate? {
        guard case .string(let text) = value, let date = CalendarDate(text.trimmed) else { throw .notADate }
        return try BirthDate(date, today: today)
    }
}

/// When an appointment starts.
struct StartField: FieldDeclaration {
    let field = Field.appointmentStart
    let help: String
    var isRequired: Bool { true }
    var allowsNull: Bool { false }
    var allowsBlank: Bool { false }

    func read(_ value: JSONValue, today: CalendarDate) throws(FieldError.Reason) -> AppointmentStart? {
        guard case .string(let text) = value, let instant = InstantText.parse(text) else { throw .notATime }
        return try AppointmentStart(instant)
    }
}

/// The number of another record. Whether there is such a record is for the use case to say.
struct ReferenceField<Kind>: FieldDeclaration {
    let field: Field
    let help: String
    var isRequired: Bool { true }
    var allowsNull: Bool { false }
    var allowsBlank: Bool { false }

    func read(_ value: JSONValue, today: CalendarDate) throws(FieldError.Reason) -> ID<Kind>? {
        if value == .string("") { throw .null }
        return try IdentifierText.parse(value)
    }
}
