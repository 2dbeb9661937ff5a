import Application
package import Domain

extension Shape.Part {
    /// A member whose kind is that of a body's member.
    init<Declaration: AnsweredField>(
        _ declaration: Declaration, _ value: @escaping @Sendable (Record) -> Declaration.Value?
    ) {
        let key = JSONWriter.encodedKey(declaration.field.name)
        properties = [.init(declaration.field.name, declaration.answerSchema.described(declaration.help))]
        write = { shown, json in
            json.key(encoded: key)
            Declaration.write(value(shown.record), to: &json)
        }
    }

    /// A member that nobody can write.
    package static func identifier(
        _ name: String, _ help: String, _ value: @escaping @Sendable (Record) -> Int64
    ) -> Self {
        Self(name, .identifier, help) { shown, json in json.value(value(shown.record)) }
    }

    package static func text(
        _ name: String, _ help: String, as schema: Schema = .text(), _ value: @escaping @Sendable (Record) -> String
    ) -> Self {
        Self(name, schema, help) { shown, json in json.value(value(shown.record)) }
    }

    package static func flag(
        _ name: String, _ help: String, _ value: @escaping @Sendable (Record) -> Bool
    ) -> Self {
        Self(name, .boolean, help) { shown, json in json.value(value(shown.record)) }
    }

    /// A list of texts.
    package static func texts(
        _ name: String, _ help: String, _ value: @escaping @Sendable (Record) -> [String]
    ) -> Self {
        Self(name, .array(of: .text()), help) { shown, json in
            json.beginArray()
            for text in value(shown.record) { json.value(text) }
            json.endArray()
        }
    }

    package static func number(
        _ name: String, _ help: String, as schema: Schema, _ value: @escaping @Sendable (Record) -> Int
    ) -> Self {
        Self(name, schema, help) { shown, json in json.value(value(shown.record)) }
    }

    /// A number that records may lack; then it is null.
    package static func optionalNumber(
        _ name: String, _ help: String, as schema: Schema, _ value: @escaping @Sendable (Record) -> Int?
    ) -> Self {
        Self(name, schema.orNull, help) { shown, json in
            if let number = value(shown.record) { json.value(number) } else { json.null() }
        }
    }

    package static func time(
        _ name: String, _ help: String, _ value: @escaping @Sendable (Record) -> Instant
    ) -> Self {
        Self(name, .time, help) { shown, json in json.value(value(shown.record)) }
    }

    /// A number of another record, which records may lack; then it is null.
    static func optionalIdentifier(
        _ name: String, _ help: String, _ value: @escaping @Sendable (Record) -> Int64?
    ) -> Self {
        Self(name, .identifier.orNull, help) { shown, json in
            if let number = value(shown.record) { json.value(number) } else { json.null() }
        }
    }

    /// A list of numbers of other records, at most as many as a list may have.
    static func identifiers(
        _ name: String, _ help: String, _ value: @escaping @Sendable (Record) -> [Int64]
    ) -> Self {
        Self(name, .array(of: .identifier, atMost: ListLimit.standard), help) { shown, json in
            json.beginArray()
            for number in value(shown.record) { json.value(number) }
            json.endArray()
        }
    }

    /// A list of texts, of which there are at most so many.
    static func texts(
        _ name: String, _ help: String, atMost limit: Int, _ value: @escaping @Sendable (Record) -> [String]
    ) -> Self {
        Self(name, .array(of: .text(), atMost: limit), help) { shown, json in
            json.beginArray()
            for text in value(shown.record) { json.value(text) }
            json.endArray()
        }
    }

    /// A time that records may lack; then it is null.
    static func optionalTime(
        _ name: String, _ help: String, _ value: @escaping @Sendable (Record) -> Instant?
    ) -> Self {
        Self(name, .time.orNull, help) { shown, json in
            if let time = value(shown.record) { json.value(time) } else { json.null() }
        }
    }

    /// A member that is a record itself.
    package static func record<Other>(
        _ name: String, _ shape: Shape<Other>, _ value: @escaping @Sendable (Record) -> Other
    ) -> Self {
        Self(name, shape.schema, nil) { shown, json in shape.write(value(shown.record), to: &json) }
    }

    /// A member that is a list of records, at most as many as a list may have.
    package static func records<Other>(
        _ name: String, _ shape: Shape<Other>, _ value: @escaping @Sendable (Record) -> [Other]
    ) -> Self {
        Self(name, .array(of: shape.schema, atMost: ListLimit.standard), nil) { shown, json in
            json.beginArray()
            for element in value(shown.record) { shape.write(element, to: &json) }
            json.endArray()
        }
    }

    /// The members of another shape, among those of this one.
    package static func members<Other>(
        of shape: Shape<Other>, _ value: @escaping @Sendable (Record) -> Other
    ) -> Self {
        Self(properties: shape.properties) { shown, json in
            shape.writeMembers(of: value(shown.record), to: &json)
        }
    }

    /// - Parameter write: writes the value after its key.
    private init(
        _ name: String, _ schema: Schema, _ help: String?,
        _ write: @escaping @Sendable (Shown<Record>, inout JSONWriter) -> Void
    ) {
        let key = JSONWriter.encodedKey(name)
        properties = [.init(name, help.map(schema.described) ?? schema)]
        self.write = { shown, json in
            json.key(encoded: key)
            write(shown, &json)
        }
    }
}
