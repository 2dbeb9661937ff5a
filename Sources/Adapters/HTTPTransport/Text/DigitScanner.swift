/// Steps through text that is made of ASCII digits and a few signs between them.
struct DigitScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { position == bytes.count }

    /// The byte at the current position.
    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Steps over the next byte if it is one of these.
    mutating func take(anyOf signs: StaticString) -> Bool {
        let signs = UnsafeBufferPointer(start: signs.utf8Start, count: signs.utf8CodeUnitCount)
        guard let next, signs.contains(next) else { return false }
        position += 1
        return true
    }

    /// Reads exactly so many digits, at most 18.
    mutating func number(digits count: Int) -> Int64? {
        var value: Int64 = 0
        for _ in 0..<count {
            guard let digit = takeDigit() else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    /// Reads one digit or more as the decimals of a number, in units of the last of so many decimals.
    ///
    /// Further digits are cut off.
    mutating func fraction(digits count: Int) -> Int64? {
        guard var value = takeDigit() else { return nil }
        for _ in 1..<count { value = value * 10 + (takeDigit() ?? 0) }
        while takeDigit() != nil {}
        return value
    }

    private mutating func takeDigit() -> Int64? {
        guard let next, next.isDigit else { return nil }
        position += 1
        return Int64(next - UInt8(ascii: "0"))
    }
}
