import Domain

extension JSONWriter {
    /// Writes a time in UTC with `Z`, and six decimals of the second unless all are zero.
    mutating func value(_ instant: Instant) {
        separate()
        let (seconds, microseconds) = instant.timeOfDay.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
        append(atMost: 29) { text in
            text.append(UInt8(ascii: "\""))
            text.append(instant.date)
            text.append(UInt8(ascii: "T"))
            text.append(twoDigits: seconds / 3_600)
            text.append(UInt8(ascii: ":"))
            text.append(twoDigits: seconds / 60 % 60)
            text.append(UInt8(ascii: ":"))
            text.append(twoDigits: seconds % 60)
            if microseconds != 0 {
                text.append(UInt8(ascii: "."))
                text.append(twoDigits: microseconds / 10_000)
                text.append(twoDigits: microseconds / 100)
                text.append(twoDigits: microseconds)
            }
            text.append(UInt8(ascii: "Z"))
            text.append(UInt8(ascii: "\""))
        }
    }

    /// Writes a date as `YYYY-MM-DD`.
    mutating func value(_ date: CalendarDate) {
        separate()
        append(atMost: 12) { text in
            text.append(UInt8(ascii: "\""))
            text.append(date)
            text.append(UInt8(ascii: "\""))
        }
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

    /// Appends the last two digits of a number, also zeros in front.
    mutating func append(twoDigits number: Int64) {
        let (tens, ones) = (number % 100).quotientAndRemainder(dividingBy: 10)
        append(unescaped: UInt8(ascii: "0") + UInt8(truncatingIfNeeded: tens))
        append(unescaped: UInt8(ascii: "0") + UInt8(truncatingIfNeeded: ones))
    }
}
