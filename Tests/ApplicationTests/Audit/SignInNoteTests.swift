import Application
import Domain
import Testing

@Suite("What is noted of sign-ins")
struct SignInNoteTests {
    @Test(
        "who registers, signs in, gets new tokens and signs out leaves an event each, with the session and from where")
    func session() async throws {
        let clinic = try await TestClinic()
        let accounts = clinic.accounts

        let nora = try await accounts.register(.nora, from: .window)
        let signedIn = try await accounts.signIn(username: "nora", password: .good, from: .window)
        let renewed = try await accounts.refreshTokens(refreshToken: signedIn.tokens.refresh, from: .window)
        try await accounts.signOut(refreshToken: renewed.refresh, from: .window)
        try await accounts.signOut(refreshToken: renewed.refresh, from: .window)

        let entries = try await clinic.entries()
        #expect(
            entries.map(\.action) == [
                "account.created", "session.started", "session.started", "session.refreshed", "session.ended",
            ])
        #expect(entries.allSatisfy { $0.account == nora.account.id.number && $0.request == "r-1" })
        #expect(entries.allSatisfy { $0.address == "192.0.2.7" && $0.outcome == "done" })
        #expect(
            Set(entries.dropFirst(2).map(\.session)).count == 1
                && entries.dropFirst().allSatisfy { !$0.session.isEmpty })
    }

    @Test("a wrong password is noted with the account, an unknown name with none, and never the name")
    func refused() async throws {
        let clinic = try await TestClinic()

        for name in ["nurse", "nobody"] {
            await #expect(throws: Failure.notSignedIn(.badCredentials)) {
                try await clinic.accounts.signIn(username: name, password: try Password("wrong"), from: .window)
            }
        }

        let entries = try await clinic.entries()
        #expect(entries.map(\.action) == ["sign_in.refused", "sign_in.refused"])
        #expect(entries.map(\.account) == [clinic.nurse.account.number, nil])
        #expect(entries.allSatisfy { $0.outcome == "refused" && $0.record == nil })
    }

    @Test("an account that is disabled while its password is hashed is noted like one that was before")
    func disabledMeanwhile() async throws {
        let clinic = try await TestClinic()
        var ports = clinic.ports
        ports.hasher = InterruptedHasher { try? await clinic.storage.disable(clinic.nurse.account) }
        let accounts = UseCases(ports: ports, rules: clinic.rules).accounts

        await #expect(throws: Failure.notSignedIn(.badCredentials)) {
            try await accounts.signIn(username: "nurse", password: .good, from: .window)
        }

        let entries = try await clinic.entries()
        #expect(entries.map(\.action) == ["sign_in.refused"])
        #expect(entries.map(\.account) == [clinic.nurse.account.number])
    }

    @Test("a refresh token that comes back after it was overtaken is noted, and ends the session")
    func reused() async throws {
        let clinic = try await TestClinic()
        let first = try await clinic.accounts.signIn(username: "nurse", password: .good).tokens
        let second = try await clinic.accounts.refreshTokens(refreshToken: first.refresh)
        _ = try await clinic.accounts.refreshTokens(refreshToken: second.refresh)
        clinic.clock.advance(minutes: 1)

        await #expect(throws: Failure.notSignedIn(.invalidToken)) {
            try await clinic.accounts.refreshTokens(refreshToken: first.refresh, from: .window)
        }

        let last = try #require(try await clinic.entries().last)
        #expect(last.action == "session.token_reused" && last.account == clinic.nurse.account.number)
        #expect(last.request == "r-1")
    }

    @Test("too many failures are noted as such")
    func throttled() async throws {
        let clinic = try await TestClinic()
        let wrong = try Password("wrong")

        for _ in 0..<30 { _ = try? await clinic.accounts.signIn(username: "nurse", password: wrong, from: .window) }

        let actions = Set(try await clinic.entries().map(\.action))
        #expect(actions == ["sign_in.refused", "sign_in.throttled"])
    }

    @Test("the right password without a code is noted, apart from wrong ones, and no wrong code does it count as")
    func codeRequired() async throws {
        let clinic = try await TestClinic { $0.throttle.perAccount = 1 }
        try await clinic.storage.keep(
            SecondFactor(sealedSecret: "1.AAAA", confirmedAt: .dawn), of: clinic.nurse.account)

        for _ in 0..<3 {
            await #expect(throws: Failure.notSignedIn(.oneTimeCodeRequired)) {
                try await clinic.accounts.signIn(username: "nurse", password: .good, from: .window)
            }
        }

        let entries = try await clinic.entries()
        #expect(entries.map(\.action) == Array(repeating: "sign_in.otp_required", count: 3))
        #expect(entries.allSatisfy { $0.account == clinic.nurse.account.number && $0.outcome == "refused" })
        #expect(entries.allSatisfy { $0.session.isEmpty && $0.address == "192.0.2.7" })
    }

    @Test("another password, and a wrong old one, are noted")
    func password() async throws {
        let clinic = try await TestClinic()
        let tokens = try await clinic.accounts.signIn(username: "nurse", password: .good).tokens
        let caller = try await clinic.accounts.authenticate(accessToken: tokens.access, from: .window)
        let new = try Password("Harb0ur-Lantern-4")

        await #expect(throws: Failure.self) {
            try await clinic.accounts.changePassword(from: new, to: new, by: caller)
        }
        try await clinic.accounts.changePassword(from: .good, to: new, by: caller)

        let entries = try await clinic.entries().dropFirst()
        #expect(entries.map(\.action) == ["sign_in.refused", "account.password_changed"])
        #expect(entries.allSatisfy { $0.session == caller.session.text && $0.changed.isEmpty })
    }
}

extension RequestOrigin {
    fileprivate static let window = RequestOrigin(
        request: "r-1", address: ClientAddress("192.0.2.7"), device: "a browser")
}

extension TestClinic {
    /// Everything that was noted but for the beginnings of chains, in the order in which it was.
    fileprivate func entries() async throws(Failure) -> [AuditEntry] {
        var query = AuditQuery()
        query.ordering = [Ordering(.id)]
        return try await reads.audit.list(query).map(\.entry).filter { $0.action != AuditAction.chainStarted.rawValue }
    }
}
