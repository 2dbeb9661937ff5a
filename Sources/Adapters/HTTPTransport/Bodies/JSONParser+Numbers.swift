extension JSONParser {
    /// Reads a number, of which its text is kept (RFC 8259, section 6).
    mutating func number() throws(JSONParseError) -> JSONValue {
        let start = position
        _ = take(UInt8(ascii: "-"))
        // A zero stands alone: a digit after it is found to be out of place by whoever reads on.
        if !take(UInt8(ascii: "0")) { try digits() }
        var isInteger = true
        if take(UInt8(ascii: ".")) {
            isInteger = false
            try digits()
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            isInteger = false
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits()
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        return isInteger ? .integer(text) : .float(text)
    }

    /// Steps over one digit or more.
    private mutating func digits() throws(JSONParseError) {
        let start = position
        while position < bytes.count, bytes[position].isDigit { position += 1 }
        guard position > start else { throw error(.malformedNumber) }
    }
}
