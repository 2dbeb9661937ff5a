extension JSONWriter {
    /// So many bytes can become of one, as of a control character.
    static let mostBytesOfOne = 6

    /// Appends the inside of a string: `"`, `\`, control characters, U+2028 and U+2029 escaped, all else as UTF-8.
    mutating func append(escaping text: String) {
        // Nearly all text has its UTF-8 in one piece; the rest is copied into one.
        let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { append(escaping: $0) }
        if isWritten == nil { Array(text.utf8).withUnsafeBufferPointer { append(escaping: $0) } }
    }

    /// Appends runs that need no escaping in one go each.
    private mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        var rest = text[...]
        while let position = JSONWriter.firstToEscape(in: text, from: rest.startIndex) {
            let length = JSONWriter.lengthToEscape(in: rest[position...])
            let end = position + max(1, length)
            append(unescaped: UnsafeBufferPointer(rebasing: length == 0 ? rest[..<end] : rest[..<position]))
            if length > 0 { append(escapeFor: text[position], last: text[end - 1]) }
            rest = rest[end...]
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
        return text[place...].firstIndex(where: mayNeedEscape)
    }

    /// The upper bit of each byte in which such a character may begin. Those above the first may be wrong, by carries.
    private static func marksToEscape(in bytes: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        func marks(of byte: UInt64) -> UInt64 {
            let different = bytes ^ (ones * byte)
            return (different &- ones) & ~different
        }
        let control = (bytes &- ones * 0x20) & ~bytes
        return (control | marks(of: 0x22) | marks(of: 0x5C) | marks(of: 0xE2)) & (ones * 0x80)
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
