extension Schema {
    /// Text. Lengths count characters (Unicode scalars).
    package static func text(
        minimum: Int? = nil, maximum: Int? = nil, pattern: String? = nil, format: String? = nil
    ) -> Schema {
        Schema(
            .members([
                "type": "string", "format": format.map { .string($0) }, "minLength": minimum.map { .number($0) },
                "maxLength": maximum.map { .number($0) }, "pattern": pattern.map { .string($0) },
            ]))
    }

    /// One of a few texts.
    package static func choice(_ codes: [String]) -> Schema {
        Schema(["type": "string", "enum": .array(codes.map { .string($0) })])
    }

    /// A whole number.
    package static func integer(_ limits: ClosedRange<Int>? = nil) -> Schema {
        Schema(
            .members([
                "type": "integer", "minimum": limits.map { .number($0.lowerBound) },
                "maximum": limits.map { .number($0.upperBound) },
            ]))
    }

    /// The number of a record.
    package static let identifier = Schema(["type": "integer", "format": "int64", "minimum": 1])

    package static let boolean = Schema(["type": "boolean"])

    /// A date as `YYYY-MM-DD` (RFC 3339, full-date).
    package static let date = Schema(["type": "string", "format": "date"])

    /// A time (RFC 3339, date-time).
    package static let time = Schema(["type": "string", "format": "date-time"])

    /// An address (RFC 3986), whole or beginning with its path.
    package static let link = Schema(["type": "string", "format": "uri-reference"])

    /// Elements of one kind, in order.
    package static func array(of element: Schema, atLeast minimum: Int? = nil, atMost maximum: Int? = nil) -> Schema {
        Schema(
            .members([
                "type": "array", "items": element.json, "minItems": minimum.map { .number($0) },
                "maxItems": maximum.map { .number($0) },
            ]), components: element.components)
    }

    /// Exactly one of several.
    package static func either(_ schemas: Schema...) -> Schema { either(schemas) }

    static func either(_ schemas: [Schema]) -> Schema {
        guard schemas.count > 1 else { return schemas.first ?? Schema([:]) }
        return Schema(["oneOf": .array(schemas.map(\.json))], components: schemas.flatMap(\.components))
    }

    /// The same, or `null`.
    package var orNull: Schema {
        guard case .object(let object) = json, case .string(let type)? = object["type"] else {
            return .either(self, Schema(["type": "null"]))
        }
        let members = object.members.map { name, value in
            (name, name == "type" ? .array([.string(type), "null"]) : value)
        }
        return Schema(.object(JSONObject(members)), components: components)
    }

    /// Members by name.
    ///
    /// - Parameters:
    ///   - isOpen: whether there may be others.
    ///   - minimum: the least number of members, where not all are required.
    package static func object(_ properties: [Property], isOpen: Bool = false, atLeast minimum: Int? = nil) -> Schema {
        let required = properties.filter(\.isRequired).map { JSONValue.string($0.name) }
        return Schema(
            .members([
                "type": "object",
                "properties": .object(JSONObject(properties.map { ($0.name, $0.schema.json) })),
                "required": required.isEmpty ? nil : .array(required),
                "additionalProperties": isOpen ? nil : .bool(false),
                "minProperties": minimum.map { .number($0) },
            ]), components: properties.flatMap(\.schema.components))
    }
}
