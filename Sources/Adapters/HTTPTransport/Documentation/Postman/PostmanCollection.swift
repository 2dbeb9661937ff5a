/// The API as a collection for Postman (2.1) that runs from top to bottom against a fresh server: it registers an account
/// of its own, makes a record of each kind, reads and changes it, and cleans up. What administrators do is left out until
/// somebody sets `adminAccess`.
struct PostmanCollection: Sendable {
    let routes: [Route]

    var json: JSONValue {
        [
            "info": [
                "name": "Clinic",
                "description": .string(PostmanCollection.description),
                "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json",
            ],
            "auth": ["type": "bearer", "bearer": [["key": "token", "value": "{{access}}", "type": "string"]]],
            "variable": .array(variables.map { ["key": .string($0.name), "value": .string($0.value)] }),
            "item": .array(folders.map { folder($0, $1) }),
        ]
    }

    private static let description =
        "Set `baseUrl`, then run it from top to bottom. Tokens and numbers are kept on the way. What only administrators "
        + "may do is skipped unless `adminAccess` holds an administrator's token."

    private var variables: [(name: String, value: String)] {
        [("baseUrl", "http://127.0.0.1:8000"), ("password", "Tr1cky-Horse-9"), ("username", ""), ("access", "")]
            + [("refresh", ""), ("adminAccess", "")] + requests.compactMap(\.kept["id"]).map { ($0, "") }
    }

    private var requests: [PostmanRequest] {
        routes.flatMap { route in route.methods.compactMap { PostmanRequest(route: route, method: $0) } }
    }

    /// What makes, reads and changes by tags, then what takes away, the last one made first.
    private var folders: [(String, [PostmanRequest])] {
        let first = requests.filter { !$0.cleansUp }
        let byTag = Tag.allCases.map { tag in (tag.rawValue, first.filter { $0.operation.tag == tag }) }
        let last = requests.filter(\.cleansUp).reversed()
        return (byTag + [("Cleaning up", Array(last))]).filter { !$0.1.isEmpty }
    }

    private func folder(_ name: String, _ requests: [PostmanRequest]) -> JSONValue {
        ["name": .string(name), "item": .array(requests.map(\.json))]
    }
}
