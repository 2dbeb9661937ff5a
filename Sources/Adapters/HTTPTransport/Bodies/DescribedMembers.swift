import Domain

/// Collects what a list of members tells about each.
struct DescribedMembers<Record>: MemberVisitor {
    private(set) var properties: [Schema.Property] = []
    private(set) var keys = EncodedKeys()

    mutating func member<Declaration: AnsweredField>(
        _ declaration: @autoclosure () -> Declaration, _ value: (Record) -> Declaration.Value?
    ) {
        let declaration = declaration()
        append(declaration.field.name, declaration.answerSchema.described(declaration.help))
    }

    mutating func identifier(_ name: StaticString, _ help: StaticString, _ value: (Record) -> Int64) {
        append(name.description, Schema.identifier.described(help.description))
    }

    mutating func time(_ name: StaticString, _ help: StaticString, _ value: (Record) -> Instant) {
        append(name.description, Schema.time.described(help.description))
    }

    private mutating func append(_ name: String, _ schema: Schema) {
        properties.append(.init(name, schema))
        keys.append(name)
    }
}
