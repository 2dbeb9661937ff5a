import Testing

@Suite struct `A hundred uses of one refresh token at once` {
    @Test(arguments: Engine.available) func `over two processes make one new generation at most, and answer 200 or 401`(
        _ engine: Engine
    ) async throws {
        let database = try await engine.freshDatabase()
        let servers = [try await database.server(), try await database.server()]
        let visitor = try await TestClient(servers[0]).register("visitor")

        let first = try await refreshAll(100, of: visitor.refresh, on: servers)
        let second = try await refreshAll(100, of: try #require(first.tokens.first), on: servers)

        #expect(first.statuses.isSubset(of: [200, 401]) && second.statuses.isSubset(of: [200, 401]))
        #expect(try generations(first.tokens) == [1])
        #expect(try generations(second.tokens) == [2])
    }

    private func refreshAll(
        _ count: Int, of token: String, on servers: [ServerProcess]
    ) async throws -> (statuses: Set<Int>, tokens: [String]) {
        let request = TestRequest("POST", "/api/auth/token/refresh/", ["refresh": .string(token)])
        let answers = try await withThrowingTaskGroup(of: TestAnswer.self) { group in
            for number in 0..<count {
                let client = TestClient(servers[number % servers.count])
                group.addTask { try await client.send(request) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        return (Set(answers.map(\.status)), answers.compactMap { $0.text("refresh") })
    }

    /// What the tokens say of themselves.
    private func generations(_ tokens: [String]) throws -> Set<Int> {
        Set(try tokens.map { try #require(WebToken.claims(of: $0)?["gen"]?.number) })
    }
}
