import Testing

@Suite struct `A session that ends on one server` {
    @Test(arguments: Engine.available, Ending.allCases)
    func `is dead on every server with the next request, with all its tokens`(
        _ engine: Engine, _ ending: Ending
    ) async throws {
        let database = try await engine.freshDatabase()
        try await database.makeAdmin("root", password: TestClient.password)
        let servers = [try await database.server(), try await database.server()]
        let (here, there) = (TestClient(servers[0]), TestClient(servers[1]))
        let lost = try await here.register("visitor")
        let (kept, admin) = (try await there.signIn("visitor"), try await here.signIn("root"))
        for client in [here, there] { _ = try await client.fetch("/api/auth/profile/", as: lost) }

        let ended = try await here.send(try await ending.request(for: lost, as: kept, admin, on: here))
        var statuses: [Int] = []
        for client in [there, here] {
            statuses += [try await client.send(lost.profile).status, try await client.send(lost.renewal).status]
        }
        let other = try await there.send(kept.profile).status

        #expect((200..<300).contains(ended.status))
        #expect(statuses == [401, 401, 401, 401])
        #expect(other == (ending == .disablingTheAccount ? 401 : 200))
    }

    @Test(arguments: Engine.available)
    func `stays dead when its account is enabled again`(_ engine: Engine) async throws {
        let database = try await engine.freshDatabase()
        try await database.makeAdmin("root", password: TestClient.password)
        let servers = [try await database.server(), try await database.server()]
        let (here, there) = (TestClient(servers[0]), TestClient(servers[1]))
        let lost = try await here.register("visitor")
        let admin = try await here.signIn("root")

        for isActive in [false, true] { _ = try await here.send(lost.activation(isActive, by: admin)) }
        let statuses = [try await there.send(lost.profile).status, try await there.send(lost.renewal).status]
        let back = try await there.signIn("visitor")

        #expect(statuses == [401, 401])
        #expect(try await here.fetch("/api/auth/profile/", as: back)["username"] == "visitor")
    }

    /// What ends a session.
    enum Ending: CaseIterable {
        case signingOut, changingThePassword, endingItFromAnother, disablingTheAccount

        fileprivate func request(
            for lost: Account, as kept: Account, _ admin: Account, on client: TestClient
        ) async throws -> TestRequest {
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
            case .disablingTheAccount:
                return lost.activation(false, by: admin)
            }
        }
    }
}

extension Account {
    /// Uses the access token.
    fileprivate var profile: TestRequest { TestRequest("GET", "/api/auth/profile/", token: access) }

    /// Uses the refresh token.
    fileprivate var renewal: TestRequest {
        TestRequest("POST", "/api/auth/token/refresh/", ["refresh": .string(refresh)])
    }

    /// Disables the account, or enables it again.
    fileprivate func activation(_ isActive: Bool, by admin: Account) -> TestRequest {
        TestRequest("PATCH", "/api/accounts/\(id)/", ["is_active": .bool(isActive)], token: admin.access)
    }
}
