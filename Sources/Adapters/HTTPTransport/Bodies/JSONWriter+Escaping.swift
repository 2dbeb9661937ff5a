extension JSONWriter {
    /// So many bytes can become of one, as of a control character.
    static let mostBytesOfOne = 6

    /// Appends a string: `"`, `\`, control characters, U+2028 and U+2029 escaped, all else as UTF-8.
    mutating func append(quoting text: String) {
        // Nearly all text has its UTF-8 in one piece; the rest is copied into one.
        let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { append(quoting: $0) }
        if isWritten == nil { Array(text.utf8).withUnsafeBufferPointer { append(quoting: $0) } }
    }

    private mutating func append(quoting text: UnsafeBufferPointer<UInt8>) {
        append(unescaped: UInt8(ascii: "\""))
        if let first = JSONWriter.firstToEscape(in: text, from: 0) {
            append(escaping: text, first)
        } else {
            append(unescaped: text)
        }
        append(unescaped: UInt8(ascii: "\""))
    }

    /// Appends runs that need no escaping in one go each.
    ///
    /// - Parameter first: where the first character begins that may have to be escaped.
    @inline(never)
    private mutating func append(escaping text: UnsafeBufferPointer<UInt8>, _ first: Int) {
        var rest = text[...]
        var next: Int? = first
        while let position = next {
            let length = JSONWriter.lengthToEscape(in: rest[position...])
            let end = position + max(1, length)
            append(unescaped: UnsafeBufferPointer(rebasing: length == 0 ? rest[..<end] : rest[..<position]))
            if length > 0 { append(escapeFor: text[position], last: text[end - 1]) }
            rest = rest[end...]
            next = JSONWriter.firstToEscape(in: text, from: end)
        }
        append(unescaped: UnsafeBufferPointer(rebasing: rest))
    }

    /// Where a character that may have to be escaped begins, at a place or behind it; eight bytes are looked at at a time.
    private static func firstToEscape(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        let bytes = UnsafeRawBufferPointer(text)
        var place = start
        while place + 8 <= bytes.count {
            let marks = marksToEscape(in: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian)
            if marks != 0 { return place + marks.trailingZeroBitCount / 8 }
            place += 8
        }
        guard place > start else { return text[place...].firstIndex(where: mayNeedEscape) }
        // The last eight, of which the first ones were looked at.
        let last = bytes.count - 8
        let marks = marksToEscape(in: bytes.loadUnaligned(fromByteOffset: last, as: UInt64.self).littleEndian)
        return marks == 0 ? nil : last + marks.trailingZeroBitCount / 8
    }

    /// The upper bit of each byte in which such a character may begin. Those above the first may be wrong, by carries.
    private static func marksToEscape(in bytes: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        // Control characters lie below 0x20, and the quotation mark becomes 0x20.
        let low = bytes ^ (ones * 0x02)
        let backslash = bytes ^ (ones * 0x5C)
        let separator = bytes ^ (ones * 0xE2)
        let marks = (low &- ones * 0x21) & ~low | (backslash &- ones) & ~backslash | (separator &- ones) & ~separator
        return marks & (ones * 0x80)
    }

    /// Whether a character to be escaped may begin with this byte.
    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0xE2
    }

    /// How many of the first bytes are one character to be escaped, where the first may be one.
    private static func lengthToEscape(in text: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        guard text.first == 0xE2 else { return 1 }
        // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
        return text.starts(with: [0xE2, 0x80, 0xA8]) || text.starts(with: [0xE2, 0x80, 0xA9]) ? 3 : 0
    }

    /// - Parameter last: the last byte of the character, which tells U+2028 from U+2029.
    private mutating func append(escapeFor first: UInt8, last: UInt8) {
        switch first {
        case UInt8(ascii: "\""): append(unescaped: #"\""#)
        case UInt8(ascii: "\\"): append(unescaped: #"\\"#)
        case 0x08: append(unescaped: #"\b"#)
        case 0x09: append(unescaped: #"\t"#)
        case 0x0A: append(unescaped: #"\n"#)
        case 0x0C: append(unescaped: #"\f"#)
        case 0x0D: append(unescaped: #"\r"#)
        case 0xE2: append(unescaped: last == 0xA8 ? #"\u2028"# : #"\u2029"#)
        default:
            append(unescaped: #"\u00"#)
            append(unescaped: hexadecimalDigit(first >> 4))
            append(unescaped: hexadecimalDigit(first & 0xF))
        }
    }
}

/// The digit in lower case for a number below 16.
private func hexadecimalDigit(_ number: UInt8) -> UInt8 {
    number < 10 ? UInt8(ascii: "0") + number : UInt8(ascii: "a") + number - 10
}
