extension JSONReader {
    /// A number by the grammar of RFC 8259, 6: no leading zero, no plus sign, digits on both sides of the point.
    mutating func number() throws(Malformed) -> JSONValue {
        let start = position
        _ = skip("-")
        if !skip("0") { try digits() }
        let endOfInteger = position
        if skip(".") { try digits() }
        if skip("e") || skip("E") {
            _ = skip("+") || skip("-")
            try digits()
        }
        guard position == endOfInteger,
            let integer = Int64(String(decoding: bytes[start..<position], as: UTF8.self))
        else { return .otherNumber }
        return .integer(integer)
    }

    private mutating func digits() throws(Malformed) {
        let start = position
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        guard position > start else { throw Malformed() }
    }
}
