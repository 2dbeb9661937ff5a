import Domain

extension JSONWriter {
    /// Writes a time in UTC with `Z`, and six decimals of the second unless all are zero.
    mutating func value(_ instant: Instant) {
        separate()
        let (seconds, microseconds) = instant.timeOfDay.quotientAndRemainder(dividingBy: 1_000_000)
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 29) { bytes in
            var text = FixedText(bytes)
            text.append(UInt8(ascii: "\""))
            text.append(instant.date)
            text.append(UInt8(ascii: "T"))
            text.append(seconds / 3_600, digits: 2)
            text.append(UInt8(ascii: ":"))
            text.append(seconds / 60 % 60, digits: 2)
            text.append(UInt8(ascii: ":"))
            text.append(seconds % 60, digits: 2)
            if microseconds != 0 {
                text.append(UInt8(ascii: "."))
                text.append(microseconds, digits: 6)
            }
            text.append(UInt8(ascii: "Z"))
            text.append(UInt8(ascii: "\""))
            append(unescaped: text.bytes)
        }
    }

    /// Writes a date as `YYYY-MM-DD`.
    mutating func value(_ date: CalendarDate) {
        separate()
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 12) { bytes in
            var text = FixedText(bytes)
            text.append(UInt8(ascii: "\""))
            text.append(date)
            text.append(UInt8(ascii: "\""))
            append(unescaped: text.bytes)
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

/// Text of a known greatest length, written in place so that it can be appended in one go.
private struct FixedText {
    private let buffer: UnsafeMutableBufferPointer<UInt8>
    private var count = 0

    /// - Parameter buffer: has room for whatever will be appended.
    init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: buffer[..<count]) }

    mutating func append(_ byte: UInt8) {
        buffer[count] = byte
        count += 1
    }

    /// Appends the last so many digits of a number, also zeros in front.
    mutating func append(_ number: Int64, digits: Int) {
        var rest = number
        for place in stride(from: count + digits - 1, through: count, by: -1) {
            buffer[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        count += digits
    }

    mutating func append(_ date: CalendarDate) {
        append(Int64(date.year), digits: 4)
        append(UInt8(ascii: "-"))
        append(Int64(date.month), digits: 2)
        append(UInt8(ascii: "-"))
        append(Int64(date.day), digits: 2)
    }
}
