import Application

/// What is told about a kind of record, from which the operations on it are made.
package struct RecordDocumentation: Sendable {
    let tag: Tag
    /// The schema of a record in answers.
    let schema: Schema
    /// A record as it is answered.
    let example: JSONValue
    /// The body that makes one.
    let input: BodyContent
    /// The body that changes one.
    let change: BodyContent

    /// A list.
    ///
    /// - Parameter page: the name of the schema of one page of it.
    func list(
        _ id: String, _ summary: String, _ description: String, page: String, parameters: [any ParameterDeclaration],
        traits: [Operation.Trait] = []
    ) -> Operation {
        Operation(
            id, tag, summary, description, parameters: parameters.map(\.parameter) + Parameter.paging, traits: traits,
            answers: [.list(of: schema, page: page, example: example)])
    }

    /// Making a record.
    func create(_ id: String, _ summary: String, _ description: String) -> Operation {
        Operation(
            id, tag, summary, description, body: input, traits: [.idempotencyKey, .restricted],
            answers: [.json(201, "The new record.", schema, examples: [.record(example)], headers: [.entityTag])])
    }

    func find(_ id: String, _ summary: String, traits: [Operation.Trait] = []) -> Operation {
        Operation(
            id, tag, summary, traits: [.conditionalRead] + traits,
            answers: [.json(200, "The record.", schema, examples: [.record(example)], headers: [.entityTag])])
    }

    /// Changing the members that are sent, by PUT or by PATCH.
    func change(_ id: String, _ summary: String, _ description: String) -> Operation {
        Operation(
            id, tag, summary, description, body: change, traits: [.conditionalWrite, .restricted],
            answers: [
                .json(200, "The record as it is now.", schema, examples: [.record(example)], headers: [.entityTag])
            ])
    }

    func delete(_ id: String, _ summary: String, _ description: String) -> Operation {
        Operation(
            id, tag, summary, description, traits: [.conditionalWrite, .restricted],
            answers: [.empty(204, "The record is gone.")])
    }
}

extension Example {
    static func record(_ value: JSONValue) -> Example { Example("record", "A record", value) }
}

extension DocumentedAnswer {
    /// A bare array, or a page when `page_size` was sent.
    package static func list(of schema: Schema, page: String, example: JSONValue) -> DocumentedAnswer {
        let link = Schema.link.orNull
        let pageSchema = Schema.object([
            .init(
                "count", Schema.integer(0...Int.max).described("How many there are, when asked for."),
                isRequired: false),
            .init("next", link.described("Where the list goes on.")),
            .init("previous", link.described("Where the page before this one is.")),
            .init("results", .array(of: schema, atMost: PageSizeParameter.limits.upperBound)),
        ]).named(page)
        return .json(
            200, "The records: a bare array, or a page when `page_size` was sent.",
            .either(.array(of: schema, atMost: ListLimit.standard), pageSchema),
            examples: [
                Example("array", "A bare array", [example]),
                Example(
                    "page", "A page, with `page_size=1`", ["next": .null, "previous": .null, "results": [example]]),
            ], headers: [.link])
    }
}
