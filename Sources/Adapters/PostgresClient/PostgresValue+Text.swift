extension PostgresValue {
    /// Appends the text form that the server reads; nothing for NULL.
    func append(to bytes: inout [UInt8]) {
        switch self {
        case .null: break
        case .text(let value): bytes.append(contentsOf: value.utf8)
        case .int64(let value): bytes.append(decimal: value)
        case .bool(let value): bytes.append(UInt8(ascii: value ? "t" : "f"))
        case .double(let value): bytes.append(contentsOf: Self.text(value).utf8)
        case .timestamp(let microseconds): Self.append(timestamp: microseconds, to: &bytes)
        case .date(let date): bytes.append(date: date) { _ in }
        case .bytes(let value): Self.append(hexadecimal: value, to: &bytes)
        case .texts(let values):
            bytes.append(array: values) { $1.append(quoted: $0.utf8) }
        case .int64s(let values): bytes.append(array: values) { $1.append(decimal: $0) }
        }
    }

    private static func text(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
        return String(value)
    }

    private static func append(timestamp microseconds: Int64, to bytes: inout [UInt8]) {
        let (second, fraction) = floorDivide(Int(microseconds), by: 1_000_000)
        let (days, secondOfDay) = floorDivide(second, by: 86_400)
        bytes.append(date: PostgresDate(daysSince1970: days)) { bytes in
            bytes.append(UInt8(ascii: " "))
            bytes.append(secondOfDay / 3_600, digits: 2)
            bytes.append(UInt8(ascii: ":"))
            bytes.append(secondOfDay / 60 % 60, digits: 2)
            bytes.append(UInt8(ascii: ":"))
            bytes.append(secondOfDay % 60, digits: 2)
            bytes.append(UInt8(ascii: "."))
            bytes.append(fraction, digits: 6)
            bytes.append(contentsOf: "+00".utf8)
        }
    }

    private static func floorDivide(_ value: Int, by divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }

    private static func append(hexadecimal value: [UInt8], to bytes: inout [UInt8]) {
        bytes.append(contentsOf: "\\x".utf8)
        for byte in value {
            bytes.append(hexadecimalDigit(byte >> 4))
            bytes.append(hexadecimalDigit(byte & 15))
        }
    }

    private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}

extension [UInt8] {
    mutating func append(decimal number: Int64) {
        if number < 0 { append(UInt8(ascii: "-")) }
        var digits = 1
        var rest = number.magnitude
        while rest >= 10 {
            rest /= 10
            digits += 1
        }
        append(magnitude: number.magnitude, digits: digits)
    }

    /// Appends a number that is not negative, with leading zeros up to so many digits.
    fileprivate mutating func append(_ number: Int, digits: Int) {
        var width = digits
        var rest = number.magnitude
        for _ in 0..<digits { rest /= 10 }
        while rest > 0 {
            rest /= 10
            width += 1
        }
        append(magnitude: UInt64(number.magnitude), digits: width)
    }

    private mutating func append(magnitude: UInt64, digits: Int) {
        let start = count
        append(contentsOf: repeatElement(UInt8(ascii: "0"), count: digits))
        var rest = magnitude
        for place in stride(from: start + digits - 1, through: start, by: -1) {
            self[place] += UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }

    /// Appends a day as PostgreSQL reads it under each DateStyle: `2024-02-29`, `0044-03-15 BC`, with a time before `BC`.
    fileprivate mutating func append(date: PostgresDate, then appendTime: (inout [UInt8]) -> Void) {
        append(date.year > 0 ? date.year : 1 - date.year, digits: 4)
        append(UInt8(ascii: "-"))
        append(date.month, digits: 2)
        append(UInt8(ascii: "-"))
        append(date.day, digits: 2)
        appendTime(&self)
        if date.year <= 0 { append(contentsOf: " BC".utf8) }
    }
}
