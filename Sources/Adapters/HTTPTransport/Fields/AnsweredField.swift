import Domain

/// A member that answers have too.
package protocol AnsweredField<Value>: FieldDeclaration {
    /// What it may be in an answer.
    var answerSchema: Schema { get }

    /// Writes a value as the next element or the value of the last key; `nil` is none.
    static func write(_ value: Value?, to json: inout JSONWriter)
}

extension AnsweredField {
    package var answerSchema: Schema { schema }
}
