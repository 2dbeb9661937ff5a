package import HTTPTransport

extension JSONValue {
    package var members: [(name: String, value: JSONValue)]? {
        if case .object(let object) = self { object.members } else { nil }
    }

    package var elements: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }

    package var text: String? { if case .string(let text) = self { text } else { nil } }

    package var number: Double? {
        switch self {
        case .integer(let text), .float(let text): Double(text)
        case .null, .bool, .string, .array, .object: nil
        }
    }

    package subscript(_ name: String) -> JSONValue? {
        if case .object(let object) = self { object[name] } else { nil }
    }

    /// What a reference within this document stands for; anything else is itself.
    package func resolving(_ value: JSONValue) -> JSONValue {
        guard let reference = value["$ref"]?.text else { return value }
        return reference.split(separator: "/").dropFirst().reduce(self) { $0[String($1)] ?? .null }
    }
}
