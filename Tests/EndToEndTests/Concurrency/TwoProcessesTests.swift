import Testing

@Suite("Two server processes on one PostgreSQL", .enabled(if: Engine.available.contains(.postgres)))
struct TwoProcessesTests {
    @Test("what one writes the other serves at once, and both know the same sessions")
    func sharedState() async throws {
        let database = try await Engine.postgres.freshDatabase()
        let servers = [try await database.server(), try await database.server()]
        let (here, there) = (TestClient(servers[0]), TestClient(servers[1]))
        let visitor = try await here.register("visitor")

        let patient = try await here.create("/api/patients/", Samples.patient(), as: visitor)
        let seen = try await there.fetch("/api/patients/\(patient)/", as: visitor)
        let changed = try await there.send(
            TestRequest("PATCH", "/api/patients/\(patient)/", ["allergies": "none"], token: visitor.access))
        let seenBack = try await here.fetch("/api/patients/\(patient)/", as: visitor)
        let signedIn = try await there.signIn("visitor")

        #expect(seen["id"] == .number(patient) && changed.status == 200)
        #expect(seenBack == changed.json)
        #expect(try await here.fetch("/api/auth/profile/", as: signedIn)["username"] == "visitor")
    }

    @Test("signing out on one ends the session on the other")
    func signOut() async throws {
        let database = try await Engine.postgres.freshDatabase()
        let servers = [try await database.server(), try await database.server()]
        let (here, there) = (TestClient(servers[0]), TestClient(servers[1]))
        let visitor = try await here.register("visitor")
        let elsewhere = try await there.signIn("visitor")
        _ = try await there.fetch("/api/auth/profile/", as: visitor)

        let out = try await here.send(TestRequest("POST", "/api/auth/logout/", ["refresh": .string(visitor.refresh)]))
        let access = try await there.send(TestRequest("GET", "/api/auth/profile/", token: visitor.access))
        let refresh = try await there.send(
            TestRequest("POST", "/api/auth/token/refresh/", ["refresh": .string(visitor.refresh)]))

        #expect([out.status, access.status, refresh.status] == [204, 401, 401])
        #expect(try await here.fetch("/api/auth/profile/", as: elsewhere)["username"] == "visitor")
    }

    @Test("of equal licences sent to both at once, one wins")
    func uniqueAcross() async throws {
        let database = try await Engine.postgres.freshDatabase()
        let servers = [try await database.server(), try await database.server()]
        let (here, there) = (TestClient(servers[0]), TestClient(servers[1]))
        let visitor = try await here.register("visitor")

        var winners: [Int] = []
        for number in 0..<20 {
            let request = TestRequest("POST", "/api/doctors/", Samples.doctor("L-\(number)"), token: visitor.access)
            async let one = here.send(request)
            async let other = there.send(request)
            winners += [try await [one.status, other.status].count { $0 == 201 }]
        }

        #expect(winners == [Int](repeating: 1, count: 20))
    }

    @Test("two that start on an empty database at the same time both serve")
    func simultaneousStart() async throws {
        let database = try await Engine.postgres.freshDatabase()

        async let one = database.server()
        async let other = database.server()
        let statuses = [
            try await TestClient(one).send(TestRequest("GET", "/readyz")).status,
            try await TestClient(other).send(TestRequest("GET", "/readyz")).status,
        ]

        #expect(statuses == [200, 200])
    }
}
