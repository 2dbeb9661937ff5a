import Testing

@Suite struct `A request whose body is held back` {
    @Test(arguments: Engine.available) func `does nothing when its sender's account was disabled meanwhile`(
        _ engine: Engine
    ) async throws {
        let database = try await engine.freshDatabase()
        try await database.makeAdmin("root", password: TestClient.password)
        let server = try await database.server()
        let client = TestClient(server)
        let admin = try await client.signIn("root")
        let visitor = try await client.register("visitor")
        let held = TestClient(server)
        let bytes = TestRequest("POST", "/api/patients/", Samples.patient(), token: visitor.access)
            .bytes(port: server.port)

        try await held.write(Array(bytes.dropLast()))
        // The other connection is served meanwhile, so that this one's head has been looked at.
        for _ in 0..<20 { _ = try await client.fetch("/api/auth/profile/", as: visitor) }
        let disabled = try await client.send(
            TestRequest("PATCH", "/api/accounts/\(visitor.id)/", ["is_active": .bool(false)], token: admin.access))
        let (begin, probe) = (ContinuousClock.now, TestRequest("GET", "/api/auth/profile/", token: visitor.access))
        var statuses: Set<Int> = []
        repeat { statuses.insert(try await client.send(probe).status) } while begin.duration(to: .now) < .seconds(1)
        try await held.write(Array(bytes.suffix(1)))
        let answer = try await held.readAnswer()

        #expect(disabled.status == 200)
        #expect(statuses == [401])
        #expect(answer.status == 401)
        #expect(try await client.fetch("/api/patients/", as: admin) == [])
    }
}
