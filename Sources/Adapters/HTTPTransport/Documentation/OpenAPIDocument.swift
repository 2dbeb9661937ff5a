import HTTPTypes

/// The description of the API that programs read: OpenAPI 3.1, made from the routes.
struct OpenAPIDocument: Sendable {
    /// Those of the API.
    let routes: [Route]
    /// The version of the program.
    let version: String

    init(routes: [Route], version: String) {
        self.routes = routes.filter { !$0.methods.isEmpty }
        self.version = version
    }

    /// The whole document; always the same for the same routes.
    var json: JSONValue {
        .members([
            "openapi": "3.1.0",
            "info": info,
            "servers": [["url": "/", "description": "The server that answers this document."]],
            "tags": tags,
            "paths": .object(JSONObject(routes.map { ($0.paths[0], path($0)) })),
            "components": components,
        ])
    }

    /// The description of the whole, in Markdown.
    static let introduction = """
        Patients, doctors, mappings and appointments of a small clinic.

        Register an account or log in, and send the access token as `Authorization: Bearer …`. An access token is \
        good for half an hour, or as long as the server is set to; the refresh token gets another.

        - A path works with and without its last slash. HEAD is answered like GET without its body, OPTIONS with \
        `Allow`. A method that a path does not serve is 405.
        - `PUT` and `PATCH` both change the members that are sent. Members and parameters that are not described here \
        are ignored, and so are those that can only be read.
        - Bodies are JSON or forms. Text and amounts of money may be sent as numbers too, whole numbers and booleans \
        as text. White space around text is removed; optional text that is left out is `""`, never null.
        - Times are answered in UTC. Sent without an offset, they are UTC.
        - What the caller may not see is answered like what does not exist.
        - Every answer has `X-Request-ID`; it repeats that of the request if it was 1 to 128 letters, digits, `-`, \
        `_` or `.`.
        """

    private var info: JSONValue {
        [
            "title": "Clinic", "version": .string(version), "summary": "A healthcare backend for small clinics.",
            "description": .string(OpenAPIDocument.introduction), "license": ["name": "MIT", "identifier": "MIT"],
        ]
    }

    private var tags: JSONValue {
        let used = Set(routes.flatMap(\.methods).map(\.operation.tag))
        return .array(
            Tag.allCases.filter(used.contains).map { tag in
                ["name": .string(tag.rawValue), "description": .string(tag.summary)]
            })
    }

    private func path(_ route: Route) -> JSONValue {
        .object(JSONObject(route.methods.map { ($0.method.rawValue.lowercased(), $0.operation.json(on: route)) }))
    }
}
