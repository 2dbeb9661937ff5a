import Domain

/// Numbers of records as members of a body may write them.
enum IdentifierText {
    /// Reads a number or numeric text.
    ///
    /// - Throws: `.null` for `null` and `""`; `.notAnIdentifier` with the kind of value that was received for what is
    ///   no number; `.noSuchRecord` with the text as sent for a number that no record can have: zero, negative, or
    ///   beyond 64 bits.
    static func parse<Kind>(_ value: JSONValue) throws(FieldError.Reason) -> ID<Kind> {
        switch value {
        case .integer(let text): return try id(text, asSent: text)
        case .float(let text): return try id(wholePart(of: text), asSent: FloatText.shortest(text))
        case .string(""), .null: throw .null
        case .string(let text):
            guard isNumeric(text.trimmed) else { throw .notAnIdentifier(received: "str") }
            return try id(text.trimmed, asSent: text)
        case .bool: throw .notAnIdentifier(received: "bool")
        case .array: throw .notAnIdentifier(received: "list")
        case .object: throw .notAnIdentifier(received: "dict")
        }
    }

    private static func id<Kind>(_ digits: String, asSent: String) throws(FieldError.Reason) -> ID<Kind> {
        guard let number = Int64(digits), let id = ID<Kind>(number) else { throw .noSuchRecord(asSent) }
        return id
    }

    /// Whether the text is a whole number of any size.
    private static func isNumeric(_ text: String) -> Bool {
        let isSigned = text.hasPrefix("-") || text.hasPrefix("+")
        let digits = isSigned ? text.utf8.dropFirst() : text.utf8[...]
        return !digits.isEmpty && digits.allSatisfy(\.isDigit)
    }

    /// The documented systems cut the fraction off.
    private static func wholePart(of text: String) -> String {
        Double(text).flatMap { Int64(exactly: $0.rounded(.towardZero)) }.map { String($0) } ?? ""
    }
}
