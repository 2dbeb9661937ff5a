import Testing

@Suite("Canaries")
struct CanaryTests {
    private static let requests = 5_000

    @Test(
        "of 5,000 requests full of marked persons, passwords and tokens, log, metrics and refusals hold nothing",
        arguments: Engine.available)
    func canaries(engine: Engine) async throws {
        let database = try await engine.freshDatabase()
        let server = try await database.server(["LOG_LEVEL": "trace"])
        let client = TestClient(server)
        let people = [try await person(1, client), try await person(2, client)]
        var canaries = CanaryRequests(seed: 1, tokens: people.map(\.access))

        var (statuses, leaks): ([Int: Int], [String]) = ([:], [])
        for number in 0..<Self.requests {
            let request = canaries.next()
            let answer = try await client.send(request)
            statuses[answer.status, default: 0] += 1
            if answer.status >= 400, let mark = mark(in: String(decoding: answer.body, as: UTF8.self)) {
                leaks.append("\(mark) in the answer \(answer.status) to request \(number), \(request.method)")
            }
        }
        try await sendNonsense(server)
        let metrics = try await client.send(TestRequest("GET", "/metrics"))
        let stopped = await server.stop()

        #expect(Set(statuses.keys).isSuperset(of: [200, 201, 204, 400, 401, 404, 415]))
        #expect(statuses.keys.allSatisfy { $0 < 500 })
        #expect(leaks == [])
        #expect(stopped == 0)
        #expect(server.log.lines(with: "\"message\":\"request\"").count >= Self.requests)
        let secrets = people.flatMap { [$0.access, $0.refresh] }.map { String($0.split(separator: ".").last ?? "") }
        for text in [server.log, server.output, String(decoding: metrics.body, as: UTF8.self)] {
            #expect(mark(in: text) == nil)
            #expect(!secrets.contains { text.contains($0) })
            #expect(!text.contains(TestDatabase.secretKey))
        }
    }

    private func person(_ number: Int, _ client: TestClient) async throws -> Account {
        let answer = try await client.send(
            TestRequest(
                "POST", "/api/auth/register/",
                [
                    "username": .string("quokka.\(number)"), "email": .string("quokka.\(number)@quokka.example"),
                    "password": .string(CanaryRequests.password),
                ]))
        return Account(
            id: try #require(answer.number("id")), name: "quokka.\(number)",
            access: try #require(answer.text("access")),
            refresh: try #require(answer.text("refresh")))
    }

    /// What is cut before it is a request.
    private func sendNonsense(_ server: ServerProcess) async throws {
        for text in [
            "Quokka\r\n\r\n", "GET /Quokka HTTP/1.1\r\nHost: quokka\r\nHost: quokka\r\n\r\n",
            "GET /\(String(repeating: "Quokka", count: 2_000)) HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nX-Quokka: \(String(repeating: "Quokka", count: 4_000))\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nQuokka : Quokka\r\n\r\n",
        ] {
            let client = TestClient(server, patience: 20)
            try await client.write(Array(text.utf8))
            let answer = String(decoding: try await client.readToEnd(), as: UTF8.self)
            #expect(answer.hasPrefix("HTTP/1.1 4"))
            #expect(mark(in: answer) == nil)
        }
    }

    private func mark(in text: String) -> String? {
        let text = text.lowercased()
        return CanaryRequests.marks.first { text.contains($0) }
    }
}
