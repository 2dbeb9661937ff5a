extension Operation {
    /// The operation as it stands in the document.
    func json(on route: Route) -> JSONValue {
        let told = [description, route.aliasesText].filter { !$0.isEmpty }.joined(separator: "\n\n")
        let parameters = allParameters(on: route).map(\.json)
        let aliases = route.paths.dropFirst().map { JSONValue.string($0) }
        return .members([
            "operationId": .string(id),
            "tags": [.string(tag.rawValue)],
            "summary": .string(summary),
            "description": told.isEmpty ? nil : .string(told),
            "parameters": parameters.isEmpty ? nil : .array(parameters),
            "requestBody": body?.json,
            "responses": .object(
                JSONObject(
                    allAnswers(on: route).map { (String($0.status), $0.name.map(Operation.reference) ?? $0.json) })
            ),
            "security": route.security,
            // For tools that look up what a request asked for.
            "x-aliases": aliases.isEmpty ? nil : .array(aliases),
        ])
    }

    /// The parameters of the path, the operation's own, and those of its traits.
    func allParameters(on route: Route) -> [Parameter] {
        route.numberName.map { [.number($0)] + parameters + traits.flatMap(\.parameters) }
            ?? parameters + traits.flatMap(\.parameters)
    }

    private static func reference(_ name: String) -> JSONValue {
        ["$ref": .string("#/components/responses/\(name)")]
    }
}

extension Route {
    /// What stands between braces in the path.
    fileprivate var numberName: String? {
        paths[0].split(separator: "/").first { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }

    fileprivate var aliasesText: String {
        let aliases = paths.dropFirst().map { "`\($0)`" }
        return aliases.isEmpty ? "" : "Also at " + aliases.joined(separator: " and ") + "."
    }

    fileprivate var security: JSONValue {
        let token: JSONValue = [OpenAPIDocument.securityScheme: []]
        return switch access {
        case .ignoringCredentials: []
        case .open: [[:], token]
        case .signedIn: [token]
        }
    }
}

extension Parameter {
    fileprivate var json: JSONValue {
        .members([
            "name": .string(name), "in": .string(place.rawValue), "required": isRequired ? true : nil,
            "description": .string(help), "schema": schema.json,
        ])
    }
}

extension BodyContent {
    fileprivate var json: JSONValue {
        // An empty body counts as an empty object, so that none has to be sent where nothing is required.
        let isRequired = properties.contains(where: \.isRequired)
        let form: JSONValue = ["schema": schema.json]
        return [
            "required": .bool(isRequired),
            "content": [
                "application/json": ["schema": schema.json, "examples": Example.json(examples)],
                "application/x-www-form-urlencoded": form, "multipart/form-data": form,
            ],
        ]
    }
}

extension DocumentedAnswer {
    /// The answer as it stands in the document.
    var json: JSONValue {
        let headers = [AnswerHeader.requestID] + headers
        let contents = contents.map { content in
            (
                content.type,
                JSONValue.members([
                    "schema": content.schema.json,
                    "examples": content.examples.isEmpty ? nil : Example.json(content.examples),
                ])
            )
        }
        return .members([
            "description": .string(description),
            "headers": .object(JSONObject(headers.map { ($0.rawValue, $0.reference) })),
            "content": contents.isEmpty ? nil : .object(JSONObject(contents)),
        ])
    }
}

extension Example {
    fileprivate static func json(_ examples: [Example]) -> JSONValue {
        .object(
            JSONObject(examples.map { ($0.name, ["summary": .string($0.summary), "value": $0.value]) }))
    }
}
