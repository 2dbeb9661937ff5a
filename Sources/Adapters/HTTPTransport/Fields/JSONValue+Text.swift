package import Domain

extension JSONValue {
    /// The text of a member that is text; of a number its digits, as the documented systems write it again.
    package func text() throws(FieldError.Reason) -> String {
        switch self {
        case .string(let text), .integer(let text): return text
        case .float(let text): return FloatText.shortest(text)
        case .null, .bool, .array, .object: throw .notText
        }
    }

    /// The number of a member that is a whole number, or the nearest one that fits into 64 bits.
    package func wholeNumber() throws(FieldError.Reason) -> Int { try IntegerText.parse(self) }

    /// The text of a member that is one of a few codes, as it is repeated when it is none of them.
    package var choiceText: String {
        switch self {
        case .string(let text), .integer(let text): text
        case .float(let text): FloatText.shortest(text)
        case .bool(let value): value ? "True" : "False"
        case .null: "None"
        case .array: "[]"
        case .object: "{}"
        }
    }
}
