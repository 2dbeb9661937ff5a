extension JSONValue {
    /// JSON for reading and comparing: a member or element a line, indented by two spaces.
    var indented: String {
        var text = ""
        writeIndented(to: &text, "\n")
        return text
    }

    private func writeIndented(to text: inout String, _ line: String) {
        let inner = line + "  "
        switch self {
        case .array(let elements) where !elements.isEmpty:
            for (index, element) in elements.enumerated() {
                text += (index == 0 ? "[" : ",") + inner
                element.writeIndented(to: &text, inner)
            }
            text += line + "]"
        case .object(let object) where !object.members.isEmpty:
            for (index, member) in object.members.enumerated() {
                text += (index == 0 ? "{" : ",") + inner + JSONValue.string(member.name).jsonText + ": "
                member.value.writeIndented(to: &text, inner)
            }
            text += line + "}"
        case .null, .bool, .integer, .float, .string, .array, .object: text += jsonText
        }
    }

    /// YAML 1.2, a member or element a line. Every text is quoted, so that none is taken for something else.
    var yaml: String {
        var text = ""
        writeYAML(to: &text, "\n")
        return String(text.drop { $0 == "\n" })
    }

    private func writeYAML(to text: inout String, _ line: String) {
        switch self {
        case .array(let elements) where !elements.isEmpty:
            for element in elements {
                text += line + "- "
                element.writeYAMLValue(to: &text, line + "  ", isElement: true)
            }
        case .object(let object) where !object.members.isEmpty:
            for member in object.members {
                text += line + JSONValue.yamlKey(member.name) + ": "
                member.value.writeYAMLValue(to: &text, line + "  ", isElement: false)
            }
        case .null, .bool, .integer, .float, .string, .array, .object: text += jsonText
        }
    }

    /// The value after `- ` or `name: `; the first line of an element that is an object stands beside its dash.
    private func writeYAMLValue(to text: inout String, _ line: String, isElement: Bool) {
        var value = ""
        writeYAML(to: &value, line)
        if isElement || !value.hasPrefix("\n") {
            text += value.drop { $0.isWhitespace }
        } else {
            text.removeLast()
            text += value
        }
    }

    private static func yamlKey(_ name: String) -> String {
        let isPlain = name.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
        let isWord = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"].contains(name.lowercased())
        return isPlain && !isWord && !name.isEmpty ? name : JSONValue.string(name).jsonText
    }
}
