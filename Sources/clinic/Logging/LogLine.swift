import Domain

/// The bytes of one line of the log.
struct LogLine {
    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(320) }

    /// Appends text as it is.
    mutating func append(raw text: String) { bytes.append(contentsOf: text.utf8) }

    /// Appends a JSON string.
    mutating func append(quoted text: String) {
        bytes.append(UInt8(ascii: "\""))
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
        if isPlain { append(raw: text) } else { append(escaping: text) }
        bytes.append(UInt8(ascii: "\""))
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

    /// Appends a member's name as it is, and a number as a JSON string.
    mutating func append(_ name: String, quoted number: Int64) {
        append(raw: name)
        append(raw: "\"\(number)\"")
    }

    /// Appends `YYYY-MM-DDThh:mm:ss.uuuuuuZ` (RFC 3339).
    mutating func append(_ instant: Instant) {
        let date = instant.date
        let (seconds, microseconds) = instant.timeOfDay.quotientAndRemainder(dividingBy: 1_000_000)
        append(Int64(date.year), digits: 4)
        append(raw: "-")
        append(Int64(date.month), digits: 2)
        append(raw: "-")
        append(Int64(date.day), digits: 2)
        append(raw: "T")
        append(seconds / 3_600, digits: 2)
        append(raw: ":")
        append(seconds / 60 % 60, digits: 2)
        append(raw: ":")
        append(seconds % 60, digits: 2)
        append(raw: ".")
        append(microseconds, digits: 6)
        append(raw: "Z")
    }

    /// Appends the last so many digits of a number, zeros in front among them.
    private mutating func append(_ number: Int64, digits: Int) {
        if digits > 1 { append(number / 10, digits: digits - 1) }
        bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }
}
