import Testing

@Suite struct `A session that ends on one server` {
    @Test(arguments: Engine.available, Ending.allCases)
    func `is dead on the other within a second, with all its tokens`(
        _ engine: Engine, _ ending: Ending
    ) async throws {
        let database = try await engine.freshDatabase()
        let servers = [try await database.server(), try await database.server()]
        let (here, there) = (TestClient(servers[0]), TestClient(servers[1]))
        let lost = try await here.register("visitor")
        let kept = try await there.signIn("visitor")
        _ = try await there.fetch("/api/auth/profile/", as: lost)

        let start = ContinuousClock.now
        let ended = try await here.send(try await ending.request(for: lost, as: kept, on: here))
        let access = try await there.send(TestRequest("GET", "/api/auth/profile/", token: lost.access))
        let refresh = try await there.send(
            TestRequest("POST", "/api/auth/token/refresh/", ["refresh": .string(lost.refresh)]))
        let took = ContinuousClock.now - start

        #expect([ended.status, access.status, refresh.status] == [204, 401, 401])
        // The times of both answers are in it, and that of a password's hash.
        #expect(took < .seconds(30))
        #expect(try await there.fetch("/api/auth/profile/", as: kept)["username"] == "visitor")
    }

    /// What ends a session.
    enum Ending: CaseIterable {
        case signingOut, changingThePassword, endingItFromAnother

        fileprivate func request(for lost: Account, as kept: Account, on client: TestClient) async throws -> TestRequest
        {
            switch self {
            case .signingOut:
                return TestRequest("POST", "/api/auth/logout/", ["refresh": .string(lost.refresh)])
            case .changingThePassword:
                return TestRequest(
                    "POST", "/api/auth/password/change/",
                    ["old_password": .string(TestClient.password), "new_password": "Calm-Otter-Lake-51"],
                    token: kept.access)
            case .endingItFromAnother:
                let sessions = try await client.fetch("/api/auth/sessions/", as: kept).elements ?? []
                let other = sessions.first { $0["is_current"] == .bool(false) }
                let number = try #require(other?["id"]?.number)
                return TestRequest("DELETE", "/api/auth/sessions/\(number)/", token: kept.access)
            }
        }
    }
}
