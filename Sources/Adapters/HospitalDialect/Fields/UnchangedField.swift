import Domain
import HTTPTransport

/// A member of a record that is there: whoever sends it back as it was answered changes nothing of what is known, even
/// where the answer tells less, or something that could not be sent for a new record.
struct UnchangedField<Changed: FieldDeclaration>: FieldDeclaration {
    let changed: Changed
    let present: Changed.Value?
    let isAsAnswered: @Sendable (JSONValue) -> Bool
    var field: Field { changed.field }
    var isRequired: Bool { changed.isRequired }
    var allowsNull: Bool { changed.allowsNull }
    var allowsBlank: Bool { changed.allowsBlank }
    var help: String { changed.help }
    var schema: Schema { changed.schema }

    func read(_ value: JSONValue, today: CalendarDate) throws(FieldError.Reason) -> Changed.Value? {
        isAsAnswered(value) ? present : try changed.read(value, today: today)
    }
}

extension FieldDeclaration {
    /// - Parameter answer: the text that is answered for the present value.
    func keeping(_ present: Value?, answeredAs answer: String) -> UnchangedField<Self> {
        UnchangedField(changed: self, present: present) { sent in
            guard let text = try? sent.text() else { return false }
            return text.trimmed.unicodeScalars.elementsEqual(answer.trimmed.unicodeScalars)
        }
    }

    /// - Parameter answers: the numbers that are, or were a moment ago, answered for the present value.
    func keeping(_ present: Value?, answeredAs answers: [Int]) -> UnchangedField<Self> {
        UnchangedField(changed: self, present: present) { sent in
            guard let number = try? sent.wholeNumber() else { return false }
            return answers.contains(number)
        }
    }
}
