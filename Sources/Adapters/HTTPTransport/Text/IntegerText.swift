import Domain

/// Whole numbers as members of a body may write them.
enum IntegerText {
    /// The greatest number of characters that are looked at.
    static let maximumLength = 1_000

    /// Reads `8`, `"8"`, `" 40 "`, `41.0` and `"41.00"`; not `41.5`, `""`, `true`.
    ///
    /// - Returns: the number, or the nearest one that fits into 64 bits.
    /// - Throws: `.notAnInteger`.
    static func parse(_ value: JSONValue) throws(FieldError.Reason) -> Int {
        switch value {
        case .integer(let text): return try parse(text)
        case .string(let text):
            guard text.utf8.count <= maximumLength else { throw .notAnInteger }
            return try parse(text)
        case .float(let text): return try parse(FloatText.shortest(text))
        case .null, .bool, .array, .object: throw .notAnInteger
        }
    }

    private static func parse(_ text: String) throws(FieldError.Reason) -> Int {
        let parts = text.trimmed.utf8.split(
            separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, parts.dropFirst().allSatisfy({ $0.allSatisfy { $0 == UInt8(ascii: "0") } }),
            let number = saturated(whole)
        else { throw .notAnInteger }
        return number
    }

    /// The number that a sign and digits stand for, or the nearest one that fits.
    private static func saturated(_ text: Substring.UTF8View) -> Int? {
        let isNegative = text.first == UInt8(ascii: "-")
        let isSigned = isNegative || text.first == UInt8(ascii: "+")
        let digits = isSigned ? text.dropFirst() : text
        guard !digits.isEmpty, digits.allSatisfy(\.isDigit) else { return nil }
        return Int(Substring(text)) ?? (isNegative ? .min : .max)
    }
}
