import Domain

/// Truth values as members of a body may write them.
enum BooleanText {
    /// Reads `true`, `false`, `1`, `0`, and the words of forms in lower, upper or capitalised form.
    ///
    /// - Throws: `.notABoolean`.
    static func parse(_ value: JSONValue) throws(FieldError.Reason) -> Bool {
        switch value {
        case .bool(let truth): return truth
        case .string(let text):
            if trueWords.contains(text) { return true }
            if falseWords.contains(text) { return false }
        case .integer(let text), .float(let text):
            if Double(text) == 1 { return true }
            if Double(text) == 0 { return false }
        case .null, .array, .object: break
        }
        throw .notABoolean
    }

    private static let trueWords: Set = [
        "t", "T", "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON", "1",
    ]
    private static let falseWords: Set = [
        "f", "F", "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF", "0",
    ]
}
