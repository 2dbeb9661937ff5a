/// What is told about the documents themselves.
enum DocumentationOperations {
    static let schema = Operation(
        "getSchema", .operations, "This description, as OpenAPI 3.1",
        "JSON, or YAML when `Accept` prefers it or `format` says so.",
        parameters: [
            Parameter("format", in: .query, .choice(["json", "yaml"]), "Stands above `Accept`.")
        ], traits: [.selfSufficient],
        answers: [
            DocumentedAnswer(
                200, "The description.",
                contents: [
                    .init(type: "application/json", schema: anyObject, examples: []),
                    .init(type: "application/yaml", schema: .text(), examples: []),
                    .init(type: "application/vnd.oai.openapi", schema: .text(), examples: []),
                ]),
            .notAcceptable,
        ])

    static let collection = Operation(
        "getPostmanCollection", .operations, "A Postman collection that walks through the API",
        "Postman 2.1. It registers an account and runs from top to bottom; set `baseUrl` first.",
        traits: [.selfSufficient], answers: [.json(200, "The collection.", anyObject)])

    static let page = ServerOperations.page("getDocsPage", "This description, as a page to read and try")
    static let script = file("getDocsScript", "The page's script", "text/javascript")
    static let style = file("getDocsStyles", "The page's styles", "text/css")

    private static let anyObject = Schema.object([], isOpen: true)

    private static func file(_ id: String, _ summary: String, _ type: String) -> Operation {
        Operation(
            id, .operations, summary, traits: [.selfSufficient], answers: [.content(type, 200, "The file.")])
    }
}
