import Domain

/// The bytes of one line of the log.
struct LogLine {
    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(320) }

    /// Appends text as it is.
    mutating func append(raw text: String) { bytes.append(contentsOf: text.utf8) }

    /// Appends text that stands in the program, as it is.
    mutating func append(fixed text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Appends a JSON string.
    mutating func append(quoted text: String) {
        bytes.append(UInt8(ascii: "\""))
        let start = bytes.count
        append(raw: text)
        if hasToBeEscaped(from: start) {
            bytes.removeSubrange(start...)
            append(escaping: text)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private func hasToBeEscaped(from start: Int) -> Bool {
        bytes.withUnsafeBytes { bytes in
            UnsafeRawBufferPointer(rebasing: bytes[start...]).contains {
                $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\")
            }
        }
    }

    private mutating func append(escaping text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): append(raw: "\\\"")
            case UInt8(ascii: "\\"): append(raw: "\\\\")
            case UInt8(ascii: "\n"): append(raw: "\\n")
            case ..<0x20:
                append(raw: "\\u00")
                for digit in [byte >> 4, byte & 15] {
                    bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
                }
            default: bytes.append(byte)
            }
        }
    }

    /// Appends a member's name as it is, and a number as a JSON string; 0 for one below it.
    mutating func append(_ name: StaticString, quoted number: Int64) {
        append(fixed: name)
        bytes.append(UInt8(ascii: "\""))
        let number = max(0, number)
        var digits = 1
        var rest = number / 10
        while rest > 0 {
            rest /= 10
            digits += 1
        }
        append(number, digits: digits)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Appends `YYYY-MM-DDThh:mm:ss.uuuuuuZ` (RFC 3339).
    mutating func append(_ instant: Instant) {
        let date = instant.date
        let (seconds, microseconds) = instant.timeOfDay.quotientAndRemainder(dividingBy: 1_000_000)
        append(Int64(date.year), digits: 4)
        bytes.append(UInt8(ascii: "-"))
        append(Int64(date.month), digits: 2)
        bytes.append(UInt8(ascii: "-"))
        append(Int64(date.day), digits: 2)
        bytes.append(UInt8(ascii: "T"))
        append(seconds / 3_600, digits: 2)
        bytes.append(UInt8(ascii: ":"))
        append(seconds / 60 % 60, digits: 2)
        bytes.append(UInt8(ascii: ":"))
        append(seconds % 60, digits: 2)
        bytes.append(UInt8(ascii: "."))
        append(microseconds, digits: 6)
        bytes.append(UInt8(ascii: "Z"))
    }

    /// Appends the last so many digits of a number, zeros in front among them.
    private mutating func append(_ number: Int64, digits: Int) {
        if digits > 1 { append(number / 10, digits: digits - 1) }
        bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }
}
