import Domain

extension JSONWriter {
    /// Writes a time in UTC with `Z`, and six decimals of the second unless all are zero.
    mutating func value(_ instant: Instant) {
        separate()
        append(unescaped: UInt8(ascii: "\""))
        append(date: instant.date)
        append(unescaped: UInt8(ascii: "T"))
        let (seconds, microseconds) = instant.timeOfDay.quotientAndRemainder(dividingBy: 1_000_000)
        append(seconds / 3_600, digits: 2)
        append(unescaped: UInt8(ascii: ":"))
        append(seconds / 60 % 60, digits: 2)
        append(unescaped: UInt8(ascii: ":"))
        append(seconds % 60, digits: 2)
        if microseconds != 0 {
            append(unescaped: UInt8(ascii: "."))
            append(microseconds, digits: 6)
        }
        append(unescaped: UInt8(ascii: "Z"))
        append(unescaped: UInt8(ascii: "\""))
    }

    /// Writes a date as `YYYY-MM-DD`.
    mutating func value(_ date: CalendarDate) {
        separate()
        append(unescaped: UInt8(ascii: "\""))
        append(date: date)
        append(unescaped: UInt8(ascii: "\""))
    }

    mutating func member(_ name: StaticString, _ instant: Instant) {
        key(name)
        value(instant)
    }

    mutating func member(_ name: StaticString, _ date: CalendarDate) {
        key(name)
        value(date)
    }

    mutating func member(_ name: StaticString, _ date: CalendarDate?) {
        key(name)
        if let date { value(date) } else { null() }
    }

    private mutating func append(date: CalendarDate) {
        append(Int64(date.year), digits: 4)
        append(unescaped: UInt8(ascii: "-"))
        append(Int64(date.month), digits: 2)
        append(unescaped: UInt8(ascii: "-"))
        append(Int64(date.day), digits: 2)
    }

    /// Appends the last so many digits of a number, zeros in front among them; an even number of digits.
    mutating func append(_ number: Int64, digits: Int) {
        if digits > 2 { append(number / 100, digits: digits - 2) }
        let (tens, ones) = (number % 100).quotientAndRemainder(dividingBy: 10)
        append(unescaped: UInt8(ascii: "0") + UInt8(truncatingIfNeeded: tens))
        append(unescaped: UInt8(ascii: "0") + UInt8(truncatingIfNeeded: ones))
    }
}
