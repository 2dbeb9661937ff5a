import Domain
import HTTPTransport

/// An age in whole years, read as the date of birth that it makes likely.
struct AgeField: FieldDeclaration {
    let field = Field.dateOfBirth
    let help: String
    var isRequired: Bool { true }
    var allowsNull: Bool { false }
    var allowsBlank: Bool { false }
    var schema: Schema { .integer(Age.limits) }

    func read(_ value: JSONValue, today: CalendarDate) throws(FieldError.Reason) -> BirthDate? {
        try BirthDate(estimatedFrom: Age(try value.wholeNumber()), today: today)
    }
}
