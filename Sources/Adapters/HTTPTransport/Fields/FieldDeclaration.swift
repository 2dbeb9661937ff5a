package import Domain

/// What one member of a body may be: declared once, for reading and for telling people.
package protocol FieldDeclaration<Value>: Sendable {
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

    /// What is taken when it is not sent as a record is made; `nil` where that is nothing, or `""`.
    var standard: Value? { get }
    /// How people enter it.
    var input: InputKind { get }
    /// What may be sent: the form that clients should use, when there are several.
    var schema: Schema { get }

    /// Reads a value that is neither absent nor `null`; `nil` when it is blank and may be.
    func read(_ value: JSONValue, today: CalendarDate) throws(FieldError.Reason) -> Value?
}

extension FieldDeclaration {
    package var standard: Value? { nil }
    package var input: InputKind { .text(maximum: nil) }
}

/// How people enter a member into a form.
package enum InputKind: Equatable, Sendable {
    /// A line of text; the greatest number of characters, where there is one.
    case text(maximum: Int?)
    /// Several lines.
    case longText(maximum: Int)
    case email(maximum: Int)
    case telephone(maximum: Int)
    case password
    /// One of these codes.
    case choice([String])
    case boolean
    case integer(ClosedRange<Int>)
    case money
    case date
    /// A day and a time of day.
    case time
    /// The number of another record.
    case reference
}
