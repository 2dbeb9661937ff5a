/// What was captured in a run, and the places where it goes.
struct Variables: Sendable {
    /// A variable that no earlier step has captured.
    struct Unknown: Error {
        let name: String
    }

    private var values: [String: JSON] = [:]

    subscript(_ name: String) -> JSON? {
        get { values[name] }
        set { values[name] = newValue }
    }

    /// The ids captured under names with this beginning.
    func ids(beginning prefix: String) -> Set<Int> {
        Set(values.filter { $0.key.hasPrefix(prefix) }.compactMap(\.value.number))
    }

    /// Replaces `${name}` and `${text:name}` in every text. A text that is nothing but `${name}` becomes the value itself.
    func fill(_ json: JSON) throws(Unknown) -> JSON {
        switch json {
        case .string(let text):
            if let whole = text.wholeMatch(of: /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/), whole.1 != "sfx" {
                return try value(String(whole.1))
            }
            return .string(try fill(text))
        case .list(let elements):
            var filled: [JSON] = []
            for element in elements { filled.append(try fill(element)) }
            return .list(filled)
        case .object(let members):
            var filled: [String: JSON] = [:]
            for (name, value) in members { filled[try fill(name)] = try fill(value) }
            return .object(filled)
        case .null, .bool, .digits: return json
        }
    }

    /// Replaces them within one text.
    func fill(_ text: String) throws(Unknown) -> String {
        var filled = ""
        var rest = text[...]
        while let match = rest.firstMatch(of: /\$\{(?:text:)?([A-Za-z_][A-Za-z0-9_]*)\}/) {
            filled += rest[..<match.range.lowerBound] + Variables.plain(try value(String(match.1)))
            rest = rest[match.range.upperBound...]
        }
        return filled + rest
    }

    /// A value as it stands within a longer text.
    static func plain(_ value: JSON) -> String { value.text ?? value.written }

    private func value(_ name: String) throws(Unknown) -> JSON {
        guard let value = values[name] else { throw Unknown(name: name) }
        return value
    }
}
