package import HTTPTransport

/// Compares values with schemas, as far as our documents use JSON Schema. A keyword that it does not know is a problem.
package struct SchemaCheck: Sendable {
    let document: JSONValue

    package init(document: JSONValue) { self.document = document }

    /// Where a value does not fit, without the value.
    package func problems(_ value: JSONValue, _ schema: JSONValue, at place: String = "") -> [String] {
        let schema = document.resolving(schema)
        guard let keywords = schema.members else { return ["\(place): there is no schema"] }
        return keywords.flatMap { keyword, wanted in
            problems(value, keyword, wanted, schema).map { $0.hasPrefix("/") ? place + $0 : "\(place): \($0)" }
        }
    }

    private func problems(
        _ value: JSONValue, _ keyword: String, _ wanted: JSONValue, _ schema: JSONValue
    ) -> [String] {
        switch keyword {
        case "description", "default": []
        case "type": fits(value, type: wanted) ? [] : ["is not of type \(wanted.words)"]
        case "enum": (wanted.elements ?? []).contains(value) ? [] : ["is none of the choices"]
        case "oneOf": oneOf(value, wanted.elements ?? [])
        case "properties", "required", "additionalProperties", "minProperties":
            value.members.map { object($0, keyword, wanted, schema) } ?? []
        case "items", "minItems", "maxItems": value.elements.map { array($0, keyword, wanted) } ?? []
        case "minLength", "maxLength", "pattern": value.text.map { text($0, keyword, wanted) } ?? []
        case "minimum", "maximum": value.number.map { number($0, keyword, wanted) } ?? []
        case "format": value.text.map { Format.problems($0, wanted.text ?? "") } ?? []
        default: ["has a schema with an unknown keyword, \(keyword)"]
        }
    }

    private func oneOf(_ value: JSONValue, _ schemas: [JSONValue]) -> [String] {
        let all = schemas.map { problems(value, $0) }
        let fitting = all.count { $0.isEmpty }
        guard fitting != 1 else { return [] }
        return fitting > 1 ? ["fits several alternatives"] : all.flatMap(\.self)
    }

    private func fits(_ value: JSONValue, type wanted: JSONValue) -> Bool {
        let types = wanted.elements?.compactMap(\.text) ?? [wanted.text ?? ""]
        return switch value {
        case .null: types.contains("null")
        case .bool: types.contains("boolean")
        case .integer: types.contains("integer") || types.contains("number")
        case .float: types.contains("number")
        case .string: types.contains("string")
        case .array: types.contains("array")
        case .object: types.contains("object")
        }
    }

    private func object(
        _ members: [(name: String, value: JSONValue)], _ keyword: String, _ wanted: JSONValue, _ schema: JSONValue
    ) -> [String] {
        switch keyword {
        case "properties":
            members.flatMap { name, value in
                wanted[name].map { problems(value, $0, at: "/\(name)") } ?? []
            }
        case "required":
            (wanted.elements ?? []).compactMap(\.text).filter { name in !members.contains { $0.name == name } }
                .map { "lacks \($0)" }
        case "additionalProperties":
            members.filter { schema["properties"]?[$0.name] == nil }.map { "has a member \($0.name)" }
        case "minProperties": Double(members.count) < wanted.number ?? 0 ? ["has too few members"] : []
        default: ["unknown"]
        }
    }

    private func array(_ elements: [JSONValue], _ keyword: String, _ wanted: JSONValue) -> [String] {
        switch keyword {
        case "items": elements.enumerated().flatMap { problems($1, wanted, at: "/\($0)") }
        case "minItems": Double(elements.count) < wanted.number ?? 0 ? ["has too few elements"] : []
        case "maxItems": Double(elements.count) > wanted.number ?? 0 ? ["has too many elements"] : []
        default: ["unknown"]
        }
    }

    private func text(_ text: String, _ keyword: String, _ wanted: JSONValue) -> [String] {
        let length = Double(text.unicodeScalars.count)
        return switch keyword {
        case "minLength": length < wanted.number ?? 0 ? ["is too short"] : []
        case "maxLength": length > wanted.number ?? 0 ? ["is too long"] : []
        case "pattern":
            (try? Regex(wanted.text ?? "").firstMatch(in: text)) == nil ? ["does not have the form"] : []
        default: ["unknown"]
        }
    }

    private func number(_ number: Double, _ keyword: String, _ wanted: JSONValue) -> [String] {
        switch keyword {
        case "minimum": number < wanted.number ?? 0 ? ["is too small"] : []
        case "maximum": number > wanted.number ?? 0 ? ["is too large"] : []
        default: ["unknown"]
        }
    }
}

extension JSONValue {
    fileprivate var words: String { elements?.compactMap(\.text).joined(separator: " or ") ?? text ?? "" }
}
