import Domain

extension JSONValue {
    /// The text of a member that is text; numbers count as their digits.
    func text() throws(FieldError.Reason) -> String {
        switch self {
        case .string(let text), .integer(let text), .float(let text): return text
        case .null, .bool, .array, .object: throw .notText
        }
    }

    /// The text of a member that is one of a few codes, as it is repeated when it is none of them.
    var choiceText: String {
        switch self {
        case .string(let text), .integer(let text), .float(let text): text
        case .bool(let value): value ? "True" : "False"
        case .null: "None"
        case .array: "[]"
        case .object: "{}"
        }
    }
}
