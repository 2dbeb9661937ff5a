extension JSONReader {
    /// A string with its escapes resolved (RFC 8259, 7); ill-formed UTF-8 and lone surrogates are refused.
    mutating func text() throws(Malformed) -> String {
        try expect("\"")
        var text: [UInt8] = []
        while let byte = next, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { throw Malformed() }
            position += 1
            if byte == UInt8(ascii: "\\") {
                text.append(contentsOf: try escaped().utf8)
            } else {
                text.append(byte)
            }
        }
        try expect("\"")
        guard let text = String(validating: text, as: UTF8.self) else { throw Malformed() }
        return text
    }

    private mutating func escaped() throws(Malformed) -> String {
        guard let byte = next else { throw Malformed() }
        position += 1
        switch byte {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try character()
        default: throw Malformed()
        }
    }

    /// One character from one UTF-16 code unit, or from two that form a pair.
    private mutating func character() throws(Malformed) -> String {
        var units = [try codeUnit()]
        if UTF16.isLeadSurrogate(units[0]) {
            try expect("\\")
            try expect("u")
            units.append(try codeUnit())
        }
        guard let text = String(validating: units, as: UTF16.self) else { throw Malformed() }
        return text
    }

    private mutating func codeUnit() throws(Malformed) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw Malformed() }
            unit = unit << 4 | UInt16(digit)
            position += 1
        }
        return unit
    }
}
