/// What a value may be: a JSON Schema (2020-12, as in OpenAPI 3.1), and the named ones to which it refers.
package struct Schema: Sendable {
    /// The schema itself.
    let json: JSONValue
    /// Every schema to which it refers by name, each before those that refer to it.
    let components: [Component]

    /// A schema that has a name in the document.
    struct Component: Sendable {
        let name: String
        let json: JSONValue
    }

    init(_ json: JSONValue, components: [Component] = []) {
        self.json = json
        self.components = components
    }

    /// A member of an object.
    package struct Property: Sendable {
        let name: String
        let schema: Schema
        let isRequired: Bool

        package init(_ name: String, _ schema: Schema, isRequired: Bool = true) {
            self.name = name
            self.schema = schema
            self.isRequired = isRequired
        }
    }

    /// The same schema under a name, to which others refer. A name stands for one schema in the whole document.
    package func named(_ name: String) -> Schema {
        Schema(
            ["$ref": .string("#/components/schemas/\(name)")],
            components: components + [Component(name: name, json: json)])
    }

    /// The same with a sentence for people.
    package func described(_ text: String) -> Schema { adding([("description", .string(text))]) }

    /// The same with the value that is taken when none is sent.
    package func defaulting(to value: JSONValue) -> Schema { adding([("default", value)]) }

    /// The same with further keywords.
    func adding(_ keywords: [(String, JSONValue)]) -> Schema {
        guard case .object(let object) = json else { return self }
        return Schema(.object(JSONObject(object.members + keywords)), components: components)
    }
}
