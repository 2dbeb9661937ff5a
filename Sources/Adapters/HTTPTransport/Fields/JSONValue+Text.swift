import Domain

extension JSONValue {
    /// The text of a member that is text; of a number its digits, as the documented systems write it again.
    func text() throws(FieldError.Reason) -> String {
        switch self {
        case .string(let text), .integer(let text): return text
        case .float(let text): return FloatText.shortest(text)
        case .null, .bool, .array, .object: throw .notText
        }
    }

    /// The text of a member that is one of a few codes, as it is repeated when it is none of them.
    var choiceText: String {
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
