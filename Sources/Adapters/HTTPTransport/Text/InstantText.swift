package import Domain

/// Times as the API writes and reads them: RFC 3339, and what Django lets pass besides.
package enum InstantText {
    /// Reads a date and a time of day between `T` or a space, or a date alone, which is midnight.
    ///
    /// Seconds and their fraction may be missing, of a fraction six digits count, and without an offset it is UTC;
    /// offsets are `Z`, `+05:30`, `+0530` or `+05`.
    ///
    /// - Returns: `nil` for anything else, a second 60 and an offset of a day or more among it. The instant may lie
    ///   beyond the years 1 to 9999 by its offset.
    package static func parse(_ text: String) -> Instant? {
        var scanner = DigitScanner(text)
        guard let date = date(&scanner) else { return nil }
        guard !scanner.isAtEnd else { return Instant(date) }
        guard scanner.take(anyOf: "Tt "), let timeOfDay = timeOfDay(&scanner), let offset = offset(&scanner),
            scanner.isAtEnd
        else { return nil }
        return Instant(date, timeOfDay: timeOfDay).adding(seconds: -offset)
    }

    private static func date(_ scanner: inout DigitScanner) -> CalendarDate? {
        guard let year = scanner.number(digits: 4), scanner.take(anyOf: "-"),
            let month = scanner.number(digits: 2), scanner.take(anyOf: "-"),
            let day = scanner.number(digits: 2)
        else { return nil }
        return CalendarDate(year: Int(year), month: Int(month), day: Int(day))
    }

    /// Microseconds since midnight.
    private static func timeOfDay(_ scanner: inout DigitScanner) -> Int64? {
        guard let hour = scanner.number(digits: 2), hour < 24, scanner.take(anyOf: ":"),
            let minute = scanner.number(digits: 2), minute < 60
        else { return nil }
        let minutes = (hour * 60 + minute) * 60_000_000
        guard scanner.take(anyOf: ":") else { return minutes }
        guard let second = scanner.number(digits: 2), second < 60 else { return nil }
        let seconds = minutes + second * 1_000_000
        guard scanner.take(anyOf: ".,") else { return seconds }
        return scanner.fraction(digits: 6).map { seconds + $0 }
    }

    /// Seconds to the east of UTC.
    private static func offset(_ scanner: inout DigitScanner) -> Int64? {
        if scanner.isAtEnd || scanner.take(anyOf: "Zz") { return 0 }
        let isWest = scanner.next == UInt8(ascii: "-")
        guard scanner.take(anyOf: "+-"), let hours = scanner.number(digits: 2), hours < 24 else { return nil }
        var minutes: Int64 = 0
        if !scanner.isAtEnd {
            _ = scanner.take(anyOf: ":")
            guard let sent = scanner.number(digits: 2), sent < 60 else { return nil }
            minutes = sent
        }
        let seconds = hours * 3_600 + minutes * 60
        return isWest ? -seconds : seconds
    }
}
