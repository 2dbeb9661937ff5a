import HTTPTypes

/// One request of the collection.
struct PostmanRequest: Sendable {
    let path: String
    let access: Route.Access
    let method: HTTPRequest.Method
    let operation: Operation
    private let success: DocumentedAnswer

    /// `nil` for what is a page or a file rather than a part of the API.
    init?(route: Route, method: DocumentedMethod) {
        let success = method.operation.answers.first { (200..<300).contains($0.status) }
        guard let success, !method.operation.traits.contains(.byHand),
            success.contents.allSatisfy({ $0.type != "text/html" }),
            success.contents.isEmpty || success.contents.contains(where: { $0.type == "application/json" })
        else { return nil }
        path = route.paths[0]
        access = route.access
        self.method = method.method
        operation = method.operation
        self.success = success
    }

    /// Whether what others need is gone afterwards.
    var cleansUp: Bool { success.status == 204 }

    /// The variables in which members of the answer are kept, by the members' names.
    var kept: [String: String] {
        let members = success.contents.first?.schema.propertyNames ?? []
        var kept: [String: String] = [:]
        if members.contains("access") {
            for name in ["access", "refresh", "username"] where members.contains(name) { kept[name] = name }
        } else if method == .post, members.contains("id"), let variable = numberVariable(of: path) {
            kept["id"] = variable
        }
        return kept
    }

    var json: JSONValue {
        .members([
            "name": .string(operation.summary),
            "request": request,
            "event": .array(
                [event("test", script)] + (isForAdministrators ? [event("prerequest", [PostmanRequest.skipping])] : [])),
        ])
    }

    private func event(_ name: String, _ script: [JSONValue]) -> JSONValue {
        ["listen": .string(name), "script": ["type": "text/javascript", "exec": .array(script)]]
    }

    private static let skipping: JSONValue =
        "if (!pm.collectionVariables.get(\"adminAccess\")) pm.execution.skipRequest();"

    private var request: JSONValue {
        .members([
            "method": .string(method.rawValue),
            "description": operation.description.isEmpty ? nil : .string(operation.description),
            "auth": auth,
            "header": .array(headers),
            "url": url,
            "body": body,
        ])
    }

    /// `nil` for the collection's own: the token of the account that it registers.
    private var auth: JSONValue? {
        guard access == .signedIn else { return ["type": "noauth"] }
        guard isForAdministrators else { return nil }
        return ["type": "bearer", "bearer": [["key": "token", "value": "{{adminAccess}}", "type": "string"]]]
    }

    private var isForAdministrators: Bool { operation.tag == .administration }

    /// What is checked of the answer and kept from it.
    private var script: [JSONValue] {
        let check = "pm.test(\"\(success.status)\", () => pm.response.to.have.status(\(success.status)));"
        let keeps = kept.sorted { $0.key < $1.key }.map { member, variable in
            "pm.collectionVariables.set(\"\(variable)\", pm.response.json().\(member));"
        }
        return ([check] + keeps).map { .string($0) }
    }

    private var headers: [JSONValue] {
        var headers: [JSONValue] = [["key": "Accept", "value": "application/json"]]
        if operation.body != nil { headers.append(["key": "Content-Type", "value": "application/json"]) }
        if operation.traits.contains(.idempotencyKey) {
            headers.append(["key": "Idempotency-Key", "value": "{{$guid}}"])
        }
        return headers
    }

    private var url: JSONValue {
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(segment)
        let query = operation.parameters.filter { $0.place == .query }.map { parameter -> JSONValue in
            ["key": .string(parameter.name), "value": "", "description": .string(parameter.help), "disabled": true]
        }
        return .members([
            "raw": .string("{{baseUrl}}/" + segments.joined(separator: "/")),
            "host": ["{{baseUrl}}"],
            "path": .array(segments.map { .string($0) }),
            "query": query.isEmpty ? nil : .array(query),
        ])
    }

    private func segment(_ text: Substring) -> String {
        guard text.hasPrefix("{") else { return String(text) }
        let name = text.dropFirst().dropLast()
        return "{{\(name == "id" ? numberVariable(of: path) ?? "id" : prefix + name)}}"
    }

    private var body: JSONValue? {
        guard let content = operation.body, let example = content.examples.first else { return nil }
        let text = filled(example.value).indented
        return ["mode": "raw", "raw": .string(text), "options": ["raw": ["language": "json"]]]
    }
}

extension PostmanRequest {
    /// Tells the variables of another contract over the same records apart.
    private var prefix: String { operation.tag == .hospital ? "hospital_" : "" }

    /// What holds the number of the record that a path names or makes: that of `/api/patients/7/` is `patient_id`.
    private func numberVariable(of path: String) -> String? {
        let words = path.split(separator: "/").prefix { !$0.hasPrefix("{") }
        return words.last.map { prefix + ($0.hasSuffix("s") ? $0.dropLast() : $0) + "_id" }
    }

    /// The body of an example, with variables where it names other records, and names that nobody has yet.
    private func filled(_ example: JSONValue) -> JSONValue {
        guard case .object(let object) = example else { return example }
        return .object(JSONObject(object.members.map { ($0.name, filled($0.name) ?? $0.value) }))
    }

    private func filled(_ member: String) -> JSONValue? {
        switch member {
        case "patient", "doctor": .integer("{{\(prefix)\(member)_id}}")
        case "username": success.status == 201 ? "nurse-{{$guid}}" : "{{username}}"
        case "password", "password2", "old_password", "new_password": "{{password}}"
        case "email": "{{$guid}}@example.org"
        case "license_number": "NJ-{{$guid}}"
        case "refresh": "{{refresh}}"
        default: nil
        }
    }
}

extension Schema {
    /// The members of the object that this is, or refers to.
    fileprivate var propertyNames: [String] {
        guard case .object(let object) = components.last?.json ?? json,
            case .object(let properties)? = object["properties"]
        else { return [] }
        return properties.members.map(\.name)
    }
}
