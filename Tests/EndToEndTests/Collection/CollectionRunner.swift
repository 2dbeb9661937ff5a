import Foundation

/// Runs a Postman collection from top to bottom, as far as ours uses Postman: requests with variables, and scripts of two
/// kinds of lines, of which one checks the status and the other keeps a member of the answer.
struct CollectionRunner {
    private let client: TestClient
    private var variables: [String: String] = [:]
    /// The names of the requests that were answered as expected.
    private(set) var passed: [String] = []

    init(client: TestClient) { self.client = client }

    /// - Parameter token: an administrator's; without it what only administrators may do is skipped.
    /// - Returns: a line for each request that was not answered as its script expects.
    mutating func run(_ collection: JSON, asAdministrator token: String? = nil) async -> [String] {
        for variable in collection["variable"]?.elements ?? [] {
            if let key = variable["key"]?.text { variables[key] = variable["value"]?.text }
        }
        variables["baseUrl"] = ""
        if let token { variables["adminAccess"] = token }
        var problems: [String] = []
        for folder in collection["item"]?.elements ?? [] {
            for item in folder["item"]?.elements ?? [] { problems += await send(item) }
        }
        return problems
    }

    private mutating func send(_ item: JSON) async -> [String] {
        let name = item["name"]?.text ?? "without a name"
        if item.at("/event/1/script/exec/0")?.text?.contains("skipRequest") == true, variables["adminAccess"] == "" {
            return []
        }
        do {
            let answer = try await client.send(request(item))
            let lines = (item.at("/event/0/script/exec")?.elements ?? []).compactMap(\.text)
            let problems = lines.compactMap { problem($0, answer) }.map { "\(name): \($0)" }
            if problems.isEmpty, !lines.isEmpty { passed.append(name) }
            return problems
        } catch {
            return ["\(name): no answer (\(type(of: error)))"]
        }
    }

    private func request(_ item: JSON) -> TestRequest {
        let sent = item["request"]
        var request = TestRequest(sent?["method"]?.text ?? "", filled(sent?.at("/url/raw")?.text ?? ""))
        for header in sent?["header"]?.elements ?? [] where header["disabled"] == nil {
            request = request.with(header["key"]?.text ?? "", filled(header["value"]?.text ?? ""))
        }
        if sent?.at("/auth/type")?.text != "noauth" {
            let token = sent?.at("/auth/bearer/0/value")?.text ?? "{{access}}"
            request = request.with("Authorization", filled("Bearer \(token)"))
        }
        request.body = Array(filled(sent?.at("/body/raw")?.text ?? "").utf8)
        return request
    }

    private func filled(_ text: String) -> String {
        text.replacing(/{{([^}]*)}}/) { match in
            match.1 == "$guid" ? UUID().uuidString.lowercased() : variables[String(match.1)] ?? "undefined"
        }
    }

    private mutating func problem(_ line: String, _ answer: TestAnswer) -> String? {
        if let check = line.wholeMatch(of: /pm\.test\("(\d+)", \(\) => pm\.response\.to\.have\.status\((\d+)\)\);/) {
            return Int(check.2) == answer.status ? nil : "\(answer.status) instead of \(check.2)"
        }
        let keep = /pm\.collectionVariables\.set\("(\w+)", pm\.response\.json\(\)\.(\w+)\);/
        guard let keep = line.wholeMatch(of: keep) else { return "a line that this runner does not know" }
        let value = answer.json?[String(keep.2)]
        variables[String(keep.1)] = value?.text ?? value?.number.map { String($0) }
        return variables[String(keep.1)] == nil ? "nothing to keep as \(keep.1)" : nil
    }
}
