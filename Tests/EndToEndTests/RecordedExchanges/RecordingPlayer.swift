import Foundation

/// Sends the requests of a recording to a server, one after the other, and compares the answers with the recorded ones.
struct RecordingPlayer {
    private let client: TestClient
    private let prefix: String
    private let secretKey: String
    private var variables = Variables()

    /// - Parameters:
    ///   - prefix: the path below which the contract is served.
    ///   - suffix: makes the names of this run unique in the database.
    init(
        client: TestClient, prefix: String = "", suffix: String, admin: String, adminPassword: String, secretKey: String
    ) {
        self.client = client
        self.prefix = prefix
        self.secretKey = secretKey
        variables["sfx"] = .string(suffix)
        variables["admin_user"] = .string(admin)
        variables["admin_password"] = .string(adminPassword)
    }

    /// Plays all steps.
    /// - Returns: a line for each step that differs: its id and the places where it does, never a value.
    mutating func play(_ recording: Recording) async -> [String] {
        var failures: [String] = []
        for step in recording.steps {
            let problems = await problems(of: step)
            if !problems.isEmpty { failures.append("\(step.id): \(problems.joined(separator: "; "))") }
        }
        return failures
    }

    private mutating func problems(of step: Recording.Step) async -> [String] {
        do {
            try forge(step)
            let answer = try await client.send(try request(step, below: prefix, variables))
            let body = owned(answer.json, step)
            let lost = capture(step, body)
            return lost + AnswerComparison(step: step, variables: variables).differences(answer, body: body)
        } catch let unknown as Variables.Unknown {
            return ["\(unknown.name) was never captured, because an earlier step failed"]
        } catch {
            return ["no answer (\(type(of: error)))"]
        }
    }

    private mutating func forge(_ step: Recording.Step) throws {
        for (name, spec) in step.json["forge"]?.members ?? [:] {
            let now = Int(Date().timeIntervalSince1970)
            var claims: [String: JSON] = [
                "token_type": .string(spec["token_type"]?.text ?? "access"),
                "exp": .number(now + (spec["exp_in"]?.number ?? 300)), "iat": .number(now - 7200),
                "jti": .string(UUID().uuidString.replacing("-", with: "").lowercased()),
            ]
            if let user = spec["user_id"] { claims["user_id"] = .string(Variables.plain(try variables.fill(user))) }
            variables[name] = .string(WebToken.signed(.object(claims), key: secretKey))
        }
    }

    /// Keeps the rows that this run created; the database may hold others.
    private func owned(_ body: JSON?, _ step: Recording.Step) -> JSON? {
        guard let prefix = step.text("own"), let rows = body?.elements else { return body }
        let ids = variables.ids(beginning: prefix)
        return .list(rows.filter { $0["id"]?.number.map(ids.contains) ?? false })
    }

    private mutating func capture(_ step: Recording.Step, _ body: JSON?) -> [String] {
        var lost: [String] = []
        for (name, pointer) in step.json["capture"]?.members ?? [:] {
            if let value = body?.at(pointer.text ?? "") {
                variables[name] = value
            } else {
                lost.append("nothing to capture as \(name)")
            }
        }
        return lost
    }
}
