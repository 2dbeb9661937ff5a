import Application
import Domain

/// Reads the inside of a cursor from its beginning. Each function takes the next part, or answers `nil` when it is not
/// there.
struct CursorReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func byte() -> UInt8? { rest.popFirst() }

    mutating func text() -> String? {
        guard let high = byte(), let low = byte() else { return nil }
        let length = Int(high) << 8 | Int(low)
        guard rest.count >= length else { return nil }
        let text = String(validating: rest.prefix(length), as: UTF8.self)
        rest = rest.dropFirst(length)
        return text
    }

    mutating func value() -> SortValue? {
        switch byte() {
        case UInt8(ascii: "n"): number().map { .number($0) }
        case UInt8(ascii: "i"): number().map { .instant(Instant(microseconds: $0)) }
        case UInt8(ascii: "d"): number().flatMap(CursorReader.date).map { .date($0) }
        case UInt8(ascii: "t"): text().map { .text($0) }
        default: nil
        }
    }

    private mutating func number() -> Int64? {
        guard rest.count >= 8 else { return nil }
        let number = rest.prefix(8).reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
        rest = rest.dropFirst(8)
        return Int64(bitPattern: number)
    }

    /// A date of the years 1 to 9999.
    private static func date(_ days: Int64) -> CalendarDate? {
        guard (-719_162...2_932_896).contains(days) else { return nil }
        return CalendarDate(daysSince1970: days)
    }
}
