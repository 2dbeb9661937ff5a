/// A header such as `multipart/form-data; boundary="x y"`: a value with parameters (RFC 9110, 5.6.6).
///
/// Reads what it can: what is malformed is left out, for whoever needs it to miss.
struct ParameterizedHeader: Equatable, Sendable {
    /// What stands before the first semicolon, in lower case and without space around it.
    let value: String
    /// The parameters by their names in lower case; of several of one name the first counts.
    let parameters: [String: String]

    init(_ text: String) {
        var rest = Array(text.utf8)[...]
        value = ParameterizedHeader.text(ParameterizedHeader.take(upTo: [UInt8(ascii: ";")], from: &rest)).lowercased()
        var parameters: [String: String] = [:]
        while rest.popFirst() != nil {
            let name = ParameterizedHeader.text(
                ParameterizedHeader.take(upTo: [UInt8(ascii: "="), UInt8(ascii: ";")], from: &rest)
            ).lowercased()
            guard rest.first == UInt8(ascii: "=") else { continue }
            rest.removeFirst()
            let value = ParameterizedHeader.takeValue(from: &rest)
            if parameters[name] == nil { parameters[name] = value }
        }
        self.parameters = parameters
    }

    /// Takes a token or a quoted string, and what stands between it and the next semicolon.
    private static func takeValue(from rest: inout ArraySlice<UInt8>) -> String {
        rest = rest.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        guard rest.first == UInt8(ascii: "\"") else { return text(take(upTo: [UInt8(ascii: ";")], from: &rest)) }
        rest.removeFirst()
        var quoted: [UInt8] = []
        while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
            // A backslash takes the meaning from the byte after it.
            let isEscape = byte == UInt8(ascii: "\\")
            quoted.append(isEscape ? rest.popFirst() ?? byte : byte)
        }
        _ = take(upTo: [UInt8(ascii: ";")], from: &rest)
        return String(decoding: quoted, as: UTF8.self)
    }

    private static func take(upTo ends: [UInt8], from rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let taken = rest.prefix { !ends.contains($0) }
        rest = rest.dropFirst(taken.count)
        return taken
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        guard let first = bytes.firstIndex(where: { !isSpace($0) }),
            let last = bytes.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(decoding: bytes[first...last], as: UTF8.self)
    }
}
