extension JSONParser {
    /// Reads the string that begins at the current quotation mark (RFC 8259, section 7).
    mutating func string() throws(JSONParseError) -> String {
        let start = position
        position += 1
        try skipPlainText(ofStringAt: start)
        var content = bytes[(start + 1)..<position]
        while current == UInt8(ascii: "\\") {
            content.append(contentsOf: try String(escapedScalar()).utf8)
            let runStart = position
            try skipPlainText(ofStringAt: start)
            content += bytes[runStart..<position]
        }
        position += 1
        // ASCII needs no validation, and decoding it is several times faster.
        if content.reduce(0, |) < 0x80 { return String(decoding: content, as: UTF8.self) }
        guard let text = String(validating: content, as: UTF8.self) else {
            throw JSONParseError(.malformedUTF8, at: start, in: bytes)
        }
        return text
    }

    /// Steps up to the next backslash or quotation mark.
    private mutating func skipPlainText(ofStringAt start: Int) throws(JSONParseError) {
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
            guard byte >= 0x20 else { throw error(.controlCharacter) }
            position += 1
        }
        throw JSONParseError(.unterminatedString, at: start, in: bytes)
    }

    /// Reads the escape sequence that begins at the current backslash, a surrogate pair as one.
    private mutating func escapedScalar() throws(JSONParseError) -> Unicode.Scalar {
        let start = position
        position += 1
        let letter = current
        guard letter != UInt8(ascii: "u") else { return try numberedScalar(escapedAt: start) }
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        default: throw JSONParseError(.malformedEscape, at: start, in: bytes)
        }
    }

    /// Reads `u` and four digits, and the second half of a surrogate pair where these are the first.
    private mutating func numberedScalar(escapedAt start: Int) throws(JSONParseError) -> Unicode.Scalar {
        let first = try codeUnit(escapedAt: start)
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard UTF16.isLeadSurrogate(first), take(UInt8(ascii: "\\")), current == UInt8(ascii: "u") else {
            throw JSONParseError(.loneSurrogate, at: start, in: bytes)
        }
        let second = try codeUnit(escapedAt: start)
        let number = 0x1_0000 + UInt32(first & 0x3FF) << 10 + UInt32(second & 0x3FF)
        guard UTF16.isTrailSurrogate(second), let scalar = Unicode.Scalar(number) else {
            throw JSONParseError(.loneSurrogate, at: start, in: bytes)
        }
        return scalar
    }

    private mutating func codeUnit(escapedAt start: Int) throws(JSONParseError) -> UInt16 {
        position += 1
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let digit = current.hexadecimalValue else {
                throw JSONParseError(.malformedEscape, at: start, in: bytes)
            }
            unit = unit << 4 | UInt16(digit)
            position += 1
        }
        return unit
    }
}
