extension FieldDeclaration {
    /// The member as it may stand in a body.
    ///
    /// - Parameter isChange: whether a member that is left out keeps its value.
    func property(isChange: Bool) -> Schema.Property {
        var schema = schema
        if !isChange, let standard = standardJSON { schema = schema.defaulting(to: standard) }
        return Schema.Property(field.name, schema.described(help), isRequired: isRequired && !isChange)
    }

    private var standardJSON: JSONValue? {
        guard let answered = self as? any AnsweredField else { return nil }
        return answered.writtenStandard
    }
}

extension AnsweredField {
    /// What is taken when it is not sent, as an answer shows it.
    fileprivate var writtenStandard: JSONValue? {
        guard let standard else { return nil }
        var json = JSONWriter()
        Self.write(standard, to: &json)
        return try? JSONParser.parse(json.bytes)
    }
}

extension BodyContent {
    /// A body of these members: to make a record, or to change one.
    init(
        _ name: String, errors errorsName: String, codes: [String] = [], of fields: [any FieldDeclaration],
        isChange: Bool = false, examples: [Example]
    ) {
        self.init(
            name, errors: errorsName, codes: codes, fields.map { $0.property(isChange: isChange) }, examples: examples)
    }
}
