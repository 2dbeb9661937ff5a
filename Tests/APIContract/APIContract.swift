package import HTTPTransport

/// What an OpenAPI document promises about answers.
package struct APIContract: Sendable {
    let document: JSONValue
    private let paths: [(segments: [String], item: JSONValue)]

    package init(_ document: JSONValue) {
        self.document = document
        paths = (document["paths"]?.members ?? []).flatMap { path, item in
            ([path] + item.aliases).map { (APIContract.segments($0), item) }
        }
    }

    /// - Throws: when the text is not JSON.
    package init(json: some Collection<UInt8>) throws {
        self.init(try JSONParser.parse(json))
    }

    /// Where an answer differs from what is promised; never what it says there.
    package func problems(with exchange: AnsweredRequest) -> [String] {
        let problems = promised(for: exchange).map { self.problems(exchange, $0) } ?? ["status is not documented"]
        return problems.map { "\(exchange.method) \(exchange.path.prefix(80)) \(exchange.status): \($0)" }
    }

    private func problems(_ exchange: AnsweredRequest, _ answer: JSONValue) -> [String] {
        var problems: [String] = []
        if exchange.headers["x-request-id"] == nil { problems.append("X-Request-ID is missing") }
        if exchange.status == 401, exchange.headers["www-authenticate"] == nil { problems.append("no challenge") }
        if exchange.status == 405, exchange.headers["allow"] == nil { problems.append("Allow is missing") }
        guard exchange.method != "HEAD" else { return problems }
        guard let contents = answer["content"]?.members else {
            return problems + (exchange.body.isEmpty ? [] : ["there is a body"])
        }
        guard let content = contents.first(where: { $0.name == exchange.contentType })?.value else {
            return problems + ["its type is not documented"]
        }
        guard exchange.contentType == "application/json" else { return problems }
        guard let value = try? JSONParser.parse(exchange.body) else { return problems + ["its body is not JSON"] }
        return problems + SchemaCheck(document: document).problems(value, content["schema"] ?? .object(JSONObject()))
    }

    /// What the document says of an answer with this status; `nil` when it does not have it.
    private func promised(for exchange: AnsweredRequest) -> JSONValue? {
        guard let item = item(of: exchange.path) else { return refusal(exchange, [404]) }
        let method = exchange.method == "HEAD" ? "get" : exchange.method.lowercased()
        guard let operation = item[method] else {
            if exchange.method == "OPTIONS", exchange.status == 200 { return allowList(exchange) }
            // Where a path takes nothing but numbers, another one is unknown before anybody looks at the method.
            return refusal(exchange, [401, 404, 405, 406])
        }
        return operation["responses"]?[String(exchange.status)].map(resolved)
    }

    /// The path's item; where several fit, that with a word in the place of a number.
    private func item(of path: String) -> JSONValue? {
        let sent = APIContract.segments(path)
        let fitting = paths.filter { path in
            path.segments.count == sent.count
                && zip(path.segments, sent).allSatisfy { $0 == $1 || ($0.hasPrefix("{") && !$1.isEmpty) }
        }
        return fitting.min { $0.segments.count { $0.hasPrefix("{") } < $1.segments.count { $0.hasPrefix("{") } }?.item
    }

    /// What is answered where nothing is served: these, and what comes before anybody looks at path and method.
    private func refusal(_ exchange: AnsweredRequest, _ statuses: Set<Int>) -> JSONValue? {
        guard statuses.union([400, 408, 414, 431]).contains(exchange.status) else { return nil }
        let name = exchange.status == 401 ? "AuthenticationError" : "Detail"
        return [
            "content": ["application/json": ["schema": ["$ref": .string("#/components/schemas/\(name)")]]]
        ]
    }

    /// What OPTIONS answers: nothing to a browser, the methods to others.
    private func allowList(_ exchange: AnsweredRequest) -> JSONValue {
        guard !exchange.body.isEmpty else { return [:] }
        return ["content": ["application/json": ["schema": ["type": "object", "required": ["allow"]]]]]
    }

    func resolved(_ value: JSONValue) -> JSONValue { document.resolving(value) }

    private static func segments(_ path: String) -> [String] {
        var segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { String($0) }
        if segments.last == "" { segments.removeLast() }
        return segments
    }
}

extension JSONValue {
    /// The other paths at which an item's operations are served.
    fileprivate var aliases: [String] {
        for (_, operation) in members ?? [] {
            if let aliases = operation["x-aliases"]?.elements { return aliases.compactMap(\.text) }
        }
        return []
    }
}
