import Testing

@Suite struct `The throttle of three processes` {
    private static let wrong: JSON = ["username": "visitor", "password": "Another-Horse-8"]

    @Test(arguments: Engine.available) func `lets exactly ten failures pass, however many try at once`(
        _ engine: Engine
    ) async throws {
        let database = try await engine.freshDatabase()
        var servers: [ServerProcess] = []
        for _ in 0..<3 { servers.append(try await database.server(["ARGON2_MEMORY_KIB": "8192"])) }
        _ = try await TestClient(servers[0]).register("visitor")
        let sent = servers

        // What is too much at once is answered by 503 and asked again.
        let answers = try await withThrowingTaskGroup(of: TestAnswer.self) { group in
            for number in 0..<60 {
                let client = TestClient(sent[number % 3])
                group.addTask { try await client.sendUntilServed(TestRequest("POST", "/api/auth/login/", Self.wrong)) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }

        #expect(answers.count { $0.status == 401 } == 10)
        #expect(answers.count { $0.status == 429 } == 50)
        #expect(
            answers.filter { $0.status == 429 }.allSatisfy { (1...900).contains(Int($0["Retry-After"] ?? "") ?? 0) })
    }

    @Test func `believes a proxy where a client is, and nobody else`() async throws {
        let database = try await Engine.sqlite.freshDatabase()
        let behind = try await database.server(["TRUSTED_PROXIES": "127.0.0.1", "SIGN_IN_FAILURES_PER_ACCOUNT": "2"])
        let open = try await database.server(["SIGN_IN_FAILURES_PER_ACCOUNT": "2"])
        let request = TestRequest("POST", "/api/auth/login/", Self.wrong)

        var statuses: [[Int]] = []
        for server in [behind, open] {
            let client = TestClient(server)
            var seen: [Int] = []
            for number in 1...4 {
                seen.append(try await client.send(request.with("X-Forwarded-For", "192.0.2.\(number)")).status)
            }
            statuses.append(seen)
        }

        #expect(statuses == [[401, 401, 401, 401], [401, 401, 429, 429]])
    }
}

extension TestClient {
    /// Sends a request until the server is not too busy for it.
    fileprivate func sendUntilServed(_ request: TestRequest) throws -> TestAnswer {
        while true {
            let answer = try send(request)
            if answer.status != 503 { return answer }
        }
    }
}
