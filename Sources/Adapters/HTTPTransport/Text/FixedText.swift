import Domain

/// Text of a known greatest length, written in place.
struct FixedText {
    private let buffer: UnsafeMutableBufferPointer<UInt8>
    /// How many bytes were written so far.
    private(set) var count = 0

    /// - Parameter buffer: has room for whatever will be appended, which for bytes, numbers and dates only debug builds look
    ///   after.
    init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

    mutating func append(_ byte: UInt8) {
        buffer[count] = byte
        count += 1
    }

    /// Appends text; a buffer that is too short ends the program.
    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }

    /// Appends bytes; a buffer that is too short ends the program.
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let first = bytes.baseAddress else { return }
        precondition(bytes.count <= buffer.count - count, "text is longer than its buffer")
        buffer.baseAddress.map { ($0 + count).update(from: first, count: bytes.count) }
        count += bytes.count
    }

    /// Appends the digits of a number.
    mutating func append(_ number: UInt64) {
        var end = count + 1
        var rest = number
        while rest >= 10 {
            rest /= 10
            end += 1
        }
        rest = number
        for place in (count..<end).reversed() {
            buffer[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        count = end
    }

    mutating func append(_ date: CalendarDate) {
        append(twoDigits: date.year.magnitude / 100)
        append(twoDigits: date.year.magnitude)
        append(UInt8(ascii: "-"))
        append(twoDigits: date.month.magnitude)
        append(UInt8(ascii: "-"))
        append(twoDigits: date.day.magnitude)
    }

    /// Appends the last two digits of a number, also zeros in front.
    mutating func append(twoDigits number: some UnsignedInteger) {
        let rest = UInt8(truncatingIfNeeded: number % 100)
        buffer[count] = UInt8(ascii: "0") + rest / 10
        buffer[count + 1] = UInt8(ascii: "0") + rest % 10
        count += 2
    }
}
