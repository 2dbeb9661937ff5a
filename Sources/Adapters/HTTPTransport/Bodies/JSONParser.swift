/// A strict reader of JSON text (RFC 8259): UTF-8 without byte order mark, nested at most 100 deep.
///
/// Refuses what many readers let pass: `NaN`, trailing commas, comments, leading zeros, halves of surrogate pairs.
/// Of members of one name all are kept; `JSONObject` says which one counts.
package struct JSONParser {
    /// The greatest number of arrays and objects within each other.
    static let maximumDepth = 100

    let bytes: [UInt8]
    var position = 0
    private var depth = 0

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The one value that the text holds, with white space around it at most.
    ///
    /// - Throws: where and why the text is not JSON.
    package static func parse(_ bytes: some Collection<UInt8>) throws(JSONParseError) -> JSONValue {
        var parser = JSONParser(Array(bytes))
        return try parser.document()
    }

    private mutating func document() throws(JSONParseError) -> JSONValue {
        guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { throw error(.byteOrderMark) }
        let value = try value()
        skipSpace()
        guard position == bytes.count else { throw error(.trailingText) }
        return value
    }

    private mutating func value() throws(JSONParseError) -> JSONValue {
        skipSpace()
        switch current {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"):
            return .object(JSONObject(try nested { parser throws(JSONParseError) in try parser.members() }))
        case UInt8(ascii: "["): return .array(try nested { parser throws(JSONParseError) in try parser.elements() })
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: throw error(.missingValue)
        }
    }

    /// Reads what begins with the current bracket, one level deeper.
    private mutating func nested<Content>(
        _ read: (inout JSONParser) throws(JSONParseError) -> Content
    ) throws(JSONParseError) -> Content {
        guard depth < JSONParser.maximumDepth else { throw error(.tooDeep) }
        depth += 1
        position += 1
        let content = try read(&self)
        depth -= 1
        return content
    }

    private mutating func elements() throws(JSONParseError) -> [JSONValue] {
        var elements: [JSONValue] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return elements }
        while true {
            elements.append(try value())
            skipSpace()
            if take(UInt8(ascii: "]")) { return elements }
            guard take(UInt8(ascii: ",")) else { throw error(.missingCommaOrEnd) }
        }
    }

    private mutating func members() throws(JSONParseError) -> [(name: String, value: JSONValue)] {
        var members: [(name: String, value: JSONValue)] = []
        skipSpace()
        if take(UInt8(ascii: "}")) { return members }
        while true {
            skipSpace()
            guard current == UInt8(ascii: "\"") else { throw error(.missingName) }
            let name = try string()
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw error(.missingColon) }
            members.append((name, try value()))
            skipSpace()
            if take(UInt8(ascii: "}")) { return members }
            guard take(UInt8(ascii: ",")) else { throw error(.missingCommaOrEnd) }
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONParseError) -> JSONValue {
        let end = position + word.utf8CodeUnitCount
        let letters = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard end <= bytes.count, bytes[position..<end].elementsEqual(letters) else { throw error(.unknownWord) }
        position = end
        return value
    }
}

extension JSONParser {
    /// The byte at the current position, or 0, which is no part of JSON, at the end of the text.
    var current: UInt8 { position < bytes.count ? bytes[position] : 0 }

    /// Steps over the current byte if it is this one.
    mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): position += 1
            default: return
            }
        }
    }

    /// An error at the current position.
    func error(_ problem: JSONParseError.Problem) -> JSONParseError {
        JSONParseError(problem, at: position, in: bytes)
    }
}
