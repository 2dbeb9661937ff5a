extension OpenAPIDocument {
    /// Everything to which others refer by name, each once, in the order in which it is first needed.
    var components: JSONValue {
        [
            "schemas": OpenAPIDocument.once(schemas.map { ($0.name, $0.json) }),
            "responses": OpenAPIDocument.once(sharedAnswers.map { ($0.name ?? "", $0.json) }),
            "headers": .object(JSONObject(AnswerHeader.allCases.map { ($0.rawValue, $0.json) })),
            "securitySchemes": [
                OpenAPIDocument.securityScheme: [
                    "type": "http", "scheme": "bearer", "bearerFormat": "JWT",
                    "description": "The `access` token that registering, signing in or refreshing answered.",
                ]
            ],
        ]
    }

    static let securityScheme = "accessToken"

    private var answers: [DocumentedAnswer] {
        routes.flatMap { route in route.methods.flatMap { $0.operation.allAnswers(on: route) } }
    }

    private var sharedAnswers: [DocumentedAnswer] { answers.filter { $0.name != nil } }

    private var schemas: [Schema.Component] {
        let bodies = routes.flatMap(\.methods).compactMap(\.operation.body).map(\.schema)
        return (bodies + answers.flatMap { $0.contents.map(\.schema) }).flatMap(\.components)
    }

    private static func once(_ members: [(String, JSONValue)]) -> JSONValue {
        var seen: Set<String> = []
        return .object(JSONObject(members.filter { seen.insert($0.0).inserted }))
    }
}

extension AnswerHeader {
    fileprivate var json: JSONValue {
        ["description": .string(help), "schema": ["type": .string(self == .retryAfter ? "integer" : "string")]]
    }

    var reference: JSONValue { ["$ref": .string("#/components/headers/\(rawValue)")] }
}
