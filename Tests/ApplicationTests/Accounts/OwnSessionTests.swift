import Application
import Domain
import Testing

@Suite struct `One's own sessions` {
    @Test func `are listed with where and with what they began, the one used last first`() async throws {
        let clinic = try await TestClinic()
        let desk = try await clinic.signIn("nurse", from: .at("192.0.2.10", device: "Desk"))
        clinic.clock.advance(seconds: 100)
        let phone = try await clinic.signIn("nurse", from: .at("2001:db8::7", device: "Phone"))
        _ = try await clinic.signIn("otherNurse")

        let sessions = try await clinic.accounts.listSessions(of: desk)

        #expect(sessions.map(\.id) == [phone.session, desk.session])
        #expect(sessions.map(\.device) == ["Phone", "Desk"])
        #expect(sessions.map(\.address?.text) == ["2001:db8::7", "192.0.2.10"])
        #expect(sessions.map(\.startedAt) == [clinic.clock.now(), clinic.clock.now().adding(seconds: -100)])
    }

    @Test func `are gone from the list when they have ended`() async throws {
        let clinic = try await TestClinic()
        let tokens = try await clinic.accounts.signIn(username: "nurse", password: .good).tokens
        let caller = try await clinic.signIn("nurse")

        try await clinic.accounts.signOut(refreshToken: tokens.refresh)

        #expect(try await clinic.accounts.listSessions(of: caller).map(\.id) == [caller.session])
    }

    @Test func `can be ended, others' cannot`() async throws {
        let clinic = try await TestClinic()
        let tokens = try await clinic.accounts.signIn(username: "nurse", password: .good).tokens
        let lost = try await clinic.accounts.authenticate(accessToken: tokens.access)
        let caller = try await clinic.signIn("nurse")
        let other = try await clinic.signIn("otherNurse")
        let number = try #require(lost.session.number)

        await #expect(throws: Failure.notFound(.session)) { try await clinic.accounts.endSession(number, by: other) }
        await #expect(throws: Never.self) { try await clinic.accounts.authenticate(accessToken: tokens.access) }
        try await clinic.accounts.endSession(number, by: caller)

        await #expect(throws: Failure.notSignedIn(.invalidToken)) {
            try await clinic.accounts.authenticate(accessToken: tokens.access)
        }
        await #expect(throws: Failure.notFound(.session)) { try await clinic.accounts.endSession(number, by: caller) }
    }

    @Test func `know when they were used, to the minute`() async throws {
        let clinic = try await TestClinic()
        let tokens = try await clinic.accounts.signIn(username: "nurse", password: .good).tokens
        let start = clinic.clock.now()

        var seen: [Instant] = []
        for seconds in [59, 1, 30, 29, 1] as [Int64] {
            clinic.clock.advance(seconds: seconds)
            let caller = try await clinic.accounts.authenticate(accessToken: tokens.access)
            await clinic.useCases.finish()
            seen += try await clinic.accounts.listSessions(of: caller).map(\.lastUsedAt)
        }

        #expect(seen == [0, 60, 60, 60, 120].map { start.adding(seconds: $0) })
    }

    @Test func `that are used by many at once leave one note`() async throws {
        let clinic = try await TestClinic()
        let storage = CountingStorage(clinic.storage)
        let accounts = clinic.accounts(on: storage)
        let tokens = try await accounts.signIn(username: "nurse", password: .good).tokens
        clinic.clock.advance(seconds: 60)
        _ = storage.takeQuestions()

        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<50 { group.addTask { _ = try await accounts.authenticate(accessToken: tokens.access) } }
            try await group.waitForAll()
        }

        #expect(storage.takeQuestions().filter { $0 == "transaction" }.count <= 1)
    }

    @Test func `go on when their use cannot be noted`() async throws {
        let clinic = try await TestClinic()
        let tokens = try await clinic.accounts.signIn(username: "nurse", password: .good).tokens
        let broken = clinic.accounts(on: StorageThatReads(storage: clinic.storage))
        clinic.clock.advance(seconds: 60)

        let caller = try await broken.authenticate(accessToken: tokens.access)

        #expect(caller.account == clinic.nurse.account)
    }

    @Test func `are used when their tokens are refreshed`() async throws {
        let clinic = try await TestClinic()
        let tokens = try await clinic.accounts.signIn(username: "nurse", password: .good).tokens
        clinic.clock.advance(seconds: 30)

        let renewed = try await clinic.accounts.refreshTokens(refreshToken: tokens.refresh)

        let caller = try await clinic.accounts.authenticate(accessToken: renewed.access)
        #expect(try await clinic.accounts.listSessions(of: caller).map(\.lastUsedAt) == [clinic.clock.now()])
    }
}

/// A storage that can be read and not be written.
private struct StorageThatReads: Storage {
    let storage: any Storage

    var reads: Readers { storage.reads }
    var audit: any AuditTrail { storage.audit }

    func transaction<Result: Sendable>(
        _ work: @escaping @Sendable (Stores) async throws(Failure) -> Result
    ) async throws(Failure) -> Result { throw .busy }

    func checkReadiness() async throws(Failure) { throw .busy }
}
