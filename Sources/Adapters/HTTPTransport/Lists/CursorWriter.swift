import Application
import Domain

/// Writes the inside of a cursor. Numbers are big-endian.
struct CursorWriter {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    /// Its length in two bytes, then the text; what does not fit is cut off.
    mutating func append(_ text: String) {
        let utf8 = text.utf8.prefix(Int(UInt16.max))
        bytes.append(UInt8(utf8.count >> 8))
        bytes.append(UInt8(utf8.count & 0xFF))
        bytes.append(contentsOf: utf8)
    }

    mutating func append(_ value: SortValue) {
        switch value {
        case .number(let number): append(UInt8(ascii: "n"), number)
        case .instant(let instant): append(UInt8(ascii: "i"), instant.microseconds)
        case .date(let date): append(UInt8(ascii: "d"), date.daysSince1970)
        case .text(let text):
            append(UInt8(ascii: "t"))
            append(text)
        }
    }

    private mutating func append(_ kind: UInt8, _ number: Int64) {
        bytes.append(kind)
        for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
}
