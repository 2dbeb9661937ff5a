import Domain

/// Amounts of money as members of a body may write them.
enum MoneyText {
    /// The greatest number of characters that are looked at.
    static let maximumLength = 1_000

    /// Reads a number of JSON or text that is one, such as `1.5`, `"175.0"`, `1e2` or `" 10.25 "`.
    ///
    /// - Returns: `nil` for `null` and for text that is blank.
    /// - Throws: the first that applies of `.notANumber`, `.tooManyDigits`, `.tooManyDecimals`, `.tooManyWholeDigits`,
    ///   `.tooSmall`. The digits are those that were written: `"10.500"` has three decimals, but the number `10.500`
    ///   has one, because the documented systems read numbers as doubles.
    static func parse(_ value: JSONValue) throws(FieldError.Reason) -> Money? {
        switch value {
        case .null: return nil
        case .integer(let text): return try parse(text)
        case .float(let text): return try parse(FloatText.shortest(text))
        case .string(let text):
            let trimmed = text.trimmed
            return trimmed.isEmpty ? nil : try parse(trimmed)
        case .bool, .array, .object: throw .notANumber
        }
    }

    private static func parse(_ text: String) throws(FieldError.Reason) -> Money {
        guard text.utf8.count <= maximumLength, let decimal = DecimalText(text) else { throw .notANumber }
        guard decimal.totalDigits <= Money.maximumDigits else { throw .tooManyDigits(maximum: Money.maximumDigits) }
        guard decimal.decimals <= Money.decimals else { throw .tooManyDecimals(maximum: Money.decimals) }
        let maximumWhole = Money.maximumDigits - Money.decimals
        guard decimal.wholeDigits <= maximumWhole else { throw .tooManyWholeDigits(maximum: maximumWhole) }
        return try Money(minorUnits: decimal.scaled(decimals: Money.decimals))
    }
}
