/// A decimal number as it is written: `-12.50`, `.5`, `5.`, `1e2`.
struct DecimalText: Equatable {
    private let isNegative: Bool
    /// The significant digits without leading zeros, as numbers; a zero has one.
    private let digits: [UInt8]
    /// The power of ten by which the digits count.
    private let exponent: Int

    /// - Returns: `nil` for text that is no such number, infinities among it.
    init?(_ text: String) {
        var rest = text.utf8[...]
        isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        let whole = DecimalText.takeDigits(&rest)
        var fraction: [UInt8] = []
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            fraction = DecimalText.takeDigits(&rest)
        }
        guard !whole.isEmpty || !fraction.isEmpty, let power = DecimalText.exponent(rest) else { return nil }
        let significant = (whole + fraction).drop { $0 == 0 }
        digits = significant.isEmpty ? [0] : Array(significant)
        exponent = power - fraction.count
    }

    /// The number of digits that it takes to write the number without an exponent, zeros after the point included.
    var totalDigits: Int { exponent >= 0 ? digits.count + exponent : max(digits.count, -exponent) }

    /// The number of digits after the point.
    var decimals: Int { max(0, -exponent) }

    /// The number of digits before the point, leading zeros left out.
    var wholeDigits: Int { totalDigits - decimals }

    /// The number in units of the last of so many decimals.
    ///
    /// For numbers that have no more decimals than that, and no more than 16 digits.
    func scaled(decimals: Int) -> Int64 {
        let zeros = repeatElement(UInt8(0), count: max(0, exponent + decimals))
        let magnitude = (digits + zeros).reduce(0) { $0 * 10 + Int64($1) }
        return isNegative ? -magnitude : magnitude
    }

    private static func takeDigits(_ rest: inout Substring.UTF8View) -> [UInt8] {
        let digits = rest.prefix(while: \.isDigit)
        rest = rest.dropFirst(digits.count)
        return digits.map { $0 - UInt8(ascii: "0") }
    }

    /// What stands behind the `e`, 0 when nothing does; enormous ones become a million, which is as good.
    private static func exponent(_ text: Substring.UTF8View) -> Int? {
        guard let letter = text.first else { return 0 }
        guard letter == UInt8(ascii: "e") || letter == UInt8(ascii: "E") else { return nil }
        var digits = text.dropFirst()
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative || digits.first == UInt8(ascii: "+") { digits.removeFirst() }
        guard !digits.isEmpty, digits.allSatisfy(\.isDigit) else { return nil }
        let magnitude = min(Int(Substring(digits)) ?? .max, 1_000_000)
        return isNegative ? -magnitude : magnitude
    }
}
