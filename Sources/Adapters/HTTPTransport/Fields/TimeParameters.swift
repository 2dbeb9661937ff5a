import Domain

/// A date.
struct DateParameter: ParameterDeclaration {
    let field: Field
    let help: String
    var schema: Schema { .date }

    func read(_ text: String, _ check: inout FieldCheck) -> CalendarDate? {
        guard let date = CalendarDate(text.trimmed) else {
            check.refuse(field, .filterNotADate)
            return nil
        }
        return date
    }
}

/// A time.
struct TimeParameter: ParameterDeclaration {
    let field: Field
    let help: String
    var schema: Schema { .time }

    func read(_ text: String, _ check: inout FieldCheck) -> Instant? {
        guard let instant = InstantText.parse(text.trimmed) else {
            check.refuse(field, .filterNotATime)
            return nil
        }
        return instant
    }
}
