/// One answer that an operation may give.
package struct DocumentedAnswer: Sendable {
    /// What stands in its body, and of which type that is.
    struct Content: Sendable {
        let type: String
        let schema: Schema
        let examples: [Example]
    }

    let status: Int
    let description: String
    /// In the order of preference; none when there is no body.
    let contents: [Content]
    let headers: [AnswerHeader]
    /// What it is called in the document, where operations share it.
    private(set) var name: String?

    init(_ status: Int, _ description: String, contents: [Content], headers: [AnswerHeader] = []) {
        self.status = status
        self.description = description
        self.contents = contents
        self.headers = headers
    }

    /// The same under a name, which stands for one answer in the whole document.
    func named(_ name: String) -> DocumentedAnswer {
        var copy = self
        copy.name = name
        return copy
    }

    /// An answer in JSON.
    package static func json(
        _ status: Int, _ description: String, _ schema: Schema, examples: [Example] = [], headers: [AnswerHeader] = []
    ) -> DocumentedAnswer {
        let content = Content(type: "application/json", schema: schema, examples: examples)
        return DocumentedAnswer(status, description, contents: [content], headers: headers)
    }

    /// An answer of another type.
    package static func content(_ type: String, _ status: Int, _ description: String) -> DocumentedAnswer {
        let content = Content(type: type, schema: .text(), examples: [])
        return DocumentedAnswer(status, description, contents: [content])
    }

    /// An answer without a body.
    package static func empty(_ status: Int, _ description: String, headers: [AnswerHeader] = []) -> DocumentedAnswer {
        DocumentedAnswer(status, description, contents: [], headers: headers)
    }
}
