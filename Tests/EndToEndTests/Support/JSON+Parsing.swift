extension JSON {
    /// - Returns: `nil` unless the bytes are one JSON value in UTF-8.
    init?(_ bytes: [UInt8]) {
        guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
        var parser = Parser(bytes: bytes)
        guard let value = parser.value() else { return nil }
        parser.skipSpace()
        guard parser.position == bytes.count else { return nil }
        self = value
    }

    private struct Parser {
        let bytes: [UInt8]
        var position = 0

        init(bytes: [UInt8]) { self.bytes = bytes }

        private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

        mutating func skipSpace() {
            while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
        }

        private mutating func take(_ character: Unicode.Scalar) -> Bool {
            skipSpace()
            guard next == UInt8(ascii: character) else { return false }
            position += 1
            return true
        }

        mutating func value() -> JSON? {
            skipSpace()
            switch next {
            case UInt8(ascii: "{"): return object()
            case UInt8(ascii: "["): return list()
            case UInt8(ascii: "\""): return string().map(JSON.string)
            case UInt8(ascii: "t"): return literal("true", .bool(true))
            case UInt8(ascii: "f"): return literal("false", .bool(false))
            case UInt8(ascii: "n"): return literal("null", .null)
            default: return digits()
            }
        }

        private mutating func literal(_ word: String, _ value: JSON) -> JSON? {
            guard bytes[position...].starts(with: word.utf8) else { return nil }
            position += word.utf8.count
            return value
        }

        private mutating func digits() -> JSON? {
            let start = position
            while let byte = next, "+-.eE0123456789".utf8.contains(byte) { position += 1 }
            let text = String(decoding: bytes[start..<position], as: UTF8.self)
            return Double(text) == nil ? nil : .digits(text)
        }

        private mutating func object() -> JSON? {
            var members: [String: JSON] = [:]
            guard take("{") else { return nil }
            if take("}") { return .object(members) }
            repeat {
                skipSpace()
                guard let name = string(), take(":"), let value = value() else { return nil }
                members[name] = value
            } while take(",")
            return take("}") ? .object(members) : nil
        }

        private mutating func list() -> JSON? {
            var elements: [JSON] = []
            guard take("[") else { return nil }
            if take("]") { return .list(elements) }
            repeat {
                guard let value = value() else { return nil }
                elements.append(value)
            } while take(",")
            return take("]") ? .list(elements) : nil
        }

        private mutating func string() -> String? {
            guard take("\"") else { return nil }
            var units: [UInt8] = []
            while let byte = next {
                position += 1
                switch byte {
                case UInt8(ascii: "\""): return String(decoding: units, as: UTF8.self)
                case UInt8(ascii: "\\"):
                    guard let escaped = escaped() else { return nil }
                    units += escaped
                default: units.append(byte)
                }
            }
            return nil
        }

        private mutating func escaped() -> [UInt8]? {
            guard let byte = next else { return nil }
            position += 1
            let simple: [UInt8: UInt8] = [
                UInt8(ascii: "n"): 0x0A, UInt8(ascii: "t"): 0x09, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "b"): 0x08,
                UInt8(ascii: "f"): 0x0C, UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F,
            ]
            if let character = simple[byte] { return [character] }
            guard byte == UInt8(ascii: "u"), let first = unit() else { return nil }
            guard UTF16.isLeadSurrogate(first), bytes[position...].starts(with: "\\u".utf8) else {
                return Array(String(decoding: [first], as: UTF16.self).utf8)
            }
            position += 2
            guard let second = unit() else { return nil }
            return Array(String(decoding: [first, second], as: UTF16.self).utf8)
        }

        private mutating func unit() -> UInt16? {
            guard position + 4 <= bytes.count else { return nil }
            defer { position += 4 }
            return UInt16(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
        }
    }
}
