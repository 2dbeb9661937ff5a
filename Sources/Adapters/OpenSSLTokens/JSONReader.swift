/// Reads one JSON text (RFC 8259) strictly: UTF-8, nothing before or after it, no name twice in an object.
///
/// Small on purpose: it reads what was signed with our key and is at most `JSONWebSignature.maximumLength` long.
struct JSONReader {
    /// The text is not JSON, or is nested more deeply than anything we would sign.
    struct Malformed: Error {}

    /// How deeply arrays and objects may lie in each other.
    static let maximumDepth = 8

    let bytes: [UInt8]
    var position = 0
    private var depth = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// - Returns: `nil` for text that is malformed.
    static func value(of bytes: [UInt8]) -> JSONValue? {
        var reader = JSONReader(bytes)
        guard let value = try? reader.value() else { return nil }
        reader.skipSpace()
        return reader.position == bytes.count ? value : nil
    }

    /// The byte to be read next, `nil` at the end.
    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    /// Steps over a byte if it comes next.
    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    mutating func expect(_ character: Unicode.Scalar) throws(Malformed) {
        guard skip(character) else { throw Malformed() }
    }

    private mutating func value() throws(Malformed) -> JSONValue {
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return .object(try nested { reader throws(Malformed) in try reader.members() })
        case UInt8(ascii: "["): return try nested { reader throws(Malformed) in try reader.elements() }
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t"): return try literal("true", .boolean(true))
        case UInt8(ascii: "f"): return try literal("false", .boolean(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        default: return try number()
        }
    }

    private mutating func nested<Value>(
        _ read: (inout JSONReader) throws(Malformed) -> Value
    ) throws(Malformed) -> Value {
        position += 1
        depth += 1
        guard depth <= JSONReader.maximumDepth else { throw Malformed() }
        let value = try read(&self)
        depth -= 1
        return value
    }

    private mutating func members() throws(Malformed) -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        skipSpace()
        if skip("}") { return members }
        repeat {
            skipSpace()
            let name = try text()
            skipSpace()
            try expect(":")
            guard members.updateValue(try value(), forKey: name) == nil else { throw Malformed() }
            skipSpace()
        } while skip(",")
        try expect("}")
        return members
    }

    private mutating func elements() throws(Malformed) -> JSONValue {
        skipSpace()
        if skip("]") { return .array }
        repeat {
            _ = try value()
            skipSpace()
        } while skip(",")
        try expect("]")
        return .array
    }

    private mutating func literal(_ word: StaticString, _ value: JSONValue) throws(Malformed) -> JSONValue {
        let end = position + word.utf8CodeUnitCount
        guard end <= bytes.count, bytes[position..<end].elementsEqual(word.description.utf8) else { throw Malformed() }
        position = end
        return value
    }
}
