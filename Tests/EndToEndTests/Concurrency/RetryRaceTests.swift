import Testing

@Suite("Retry race")
struct RetryRaceTests {
    @Test(
        "200 equal requests with one key over all processes make one record and one answer", arguments: Engine.available
    )
    func race(engine: Engine) async throws {
        let database = try await engine.freshDatabase()
        let servers = [try await database.server(), try await database.server()]
        let visitor = try await TestClient(servers[0]).register("visitor")
        var request = TestRequest("POST", "/api/patients/", Samples.patient(), token: visitor.access)
        request.headers.append(("Idempotency-Key", "9f1c-once"))
        let sent = request

        let answers = try await withThrowingTaskGroup(of: TestAnswer.self) { group in
            for number in 0..<200 {
                let client = TestClient(servers[number % 2])
                group.addTask { try await client.send(sent) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }

        let patients = try await TestClient(servers[1]).fetch("/api/patients/", as: visitor).elements ?? []
        #expect(patients.count == 1)
        // Still running, or too many at once: the client asks again.
        #expect(Set(answers.map(\.status)).isSubset(of: [201, 409, 503]))
        #expect(Set(answers.filter { $0.status == 201 }.map(\.body)).count == 1)
        let late = try await TestClient(servers[1]).send(sent)
        #expect(late.status == 201)
        #expect(answers.contains { $0.status == 201 && $0.body == late.body })
    }
}
