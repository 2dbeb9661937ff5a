/// What the body of a request may say.
package struct BodyContent: Sendable {
    /// The schema's name in the document.
    let name: String
    /// The name of the schema of what is answered when members are wrong.
    let errorsName: String
    let properties: [Schema.Property]
    /// What programs tell refusals across members apart by.
    let codes: [String]
    let examples: [Example]

    package init(
        _ name: String, errors errorsName: String, codes: [String] = [], _ properties: [Schema.Property],
        examples: [Example]
    ) {
        self.name = name
        self.errorsName = errorsName
        self.codes = codes
        self.properties = properties
        self.examples = examples
    }

    /// The members of which at least those that are required have to be sent. Others are ignored, so the object is open.
    var schema: Schema { .object(properties, isOpen: true).named(name) }

    /// What is answered when members are wrong.
    var errors: Schema {
        .fieldErrors(properties.map(\.name) + [Schema.acrossFields], codes: codes).named(errorsName)
    }

    /// What is answered, for instance.
    var errorExamples: [Example] {
        let missing = (properties.first(where: \.isRequired) ?? properties.first).map { property in
            Example("member", "A member that is missing", [property.name: ["This field is required."]])
        }
        let refused = codes.first.map { code in
            Example("rule", "A rule across members", [Schema.acrossFields: ["…"], "code": .string(code)])
        }
        return [missing, refused].compactMap { $0 }
    }
}
