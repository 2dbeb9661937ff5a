import Application
import Domain
import Testing

@Suite struct `Changing the password` {
    @Test func `makes the new one good and the old one bad, and ends all other sessions`() async throws {
        let clinic = try await TestClinic()
        let caller = try await clinic.signIn("nurse")
        let elsewhere = try await clinic.accounts.signIn(username: "nurse", password: .good).tokens
        let here = try await clinic.accounts.signIn(username: "nurse", password: .good).tokens
        let current = try await clinic.accounts.authenticate(accessToken: here.access)

        try await clinic.accounts.changePassword(from: .good, to: .other, by: current)

        await #expect(throws: Never.self) { try await clinic.accounts.authenticate(accessToken: here.access) }
        await #expect(throws: Failure.notSignedIn(.invalidToken)) {
            try await clinic.accounts.authenticate(accessToken: elsewhere.access)
        }
        await #expect(throws: Failure.notSignedIn(.invalidToken)) {
            try await clinic.accounts.refreshTokens(refreshToken: elsewhere.refresh)
        }
        await #expect(throws: Failure.notSignedIn(.badCredentials)) { try await clinic.signIn("nurse") }
        await #expect(throws: Never.self) {
            try await clinic.accounts.signIn(username: "nurse", password: .other)
        }
        #expect(caller.session != current.session)
    }

    @Test func `names a wrong old password and everything that is wrong with the new one`() async throws {
        let clinic = try await TestClinic()
        let caller = try await clinic.signIn("nurse")
        let poor = try Password("nurse12")

        await #expect(
            throws: Failure.invalid([
                FieldError(.oldPassword, .wrongOldPassword),
                FieldError(.newPassword, .passwordTooSimilar(to: .username)),
                FieldError(.newPassword, .passwordTooShort(minimum: 8)),
            ])
        ) { try await clinic.accounts.changePassword(from: .wrong, to: poor, by: caller) }
        await #expect(
            throws: Failure.invalid([
                FieldError(.newPassword, .passwordTooSimilar(to: .username)),
                FieldError(.newPassword, .passwordTooShort(minimum: 8)),
            ])
        ) { try await clinic.accounts.changePassword(from: .good, to: poor, by: caller) }
        await #expect(throws: Never.self) { try await clinic.signIn("nurse") }
    }

    @Test func `asks for as many characters as the clinic does`() async throws {
        let clinic = try await TestClinic { $0.minimumPasswordLength = 20 }
        let caller = try await clinic.signIn("nurse")

        await #expect(throws: Failure.invalid([FieldError(.newPassword, .passwordTooShort(minimum: 20))])) {
            try await clinic.accounts.changePassword(from: .good, to: .other, by: caller)
        }
        await #expect(throws: Failure.invalid([FieldError(.password, .passwordTooShort(minimum: 20))])) {
            try await clinic.accounts.register(.nora)
        }
    }

    @Test func `of a session that has ended meanwhile changes nothing`() async throws {
        let clinic = try await TestClinic()
        let caller = try await clinic.signIn("nurse")
        let number = try #require(caller.session.number)
        try await clinic.accounts.endSession(number, by: caller)

        await #expect(throws: Failure.notSignedIn(.invalidToken)) {
            try await clinic.accounts.changePassword(from: .good, to: .other, by: caller)
        }
        await #expect(throws: Never.self) { try await clinic.signIn("nurse") }
    }

    @Test func `is the first thing to do for whom it was asked of, with a password that differs`() async throws {
        let clinic = try await TestClinic()
        try await clinic.storage.change(clinic.nurse.account) { $0.mustChangePassword = true }
        let before = try await clinic.signIn("nurse")

        await #expect(throws: Failure.invalid([FieldError(.newPassword, .passwordUnchanged)])) {
            try await clinic.accounts.changePassword(from: .good, to: .good, by: before)
        }
        try await clinic.accounts.changePassword(from: .good, to: .other, by: before)

        let tokens = try await clinic.accounts.signIn(username: "nurse", password: .other).tokens
        let after = try await clinic.accounts.authenticate(accessToken: tokens.access)
        #expect(before.duty == .changePassword)
        #expect(after.duty == nil)
    }

    @Test func `gives the account another version`() async throws {
        let clinic = try await TestClinic()
        let caller = try await clinic.signIn("nurse")
        let before = try await clinic.accounts.findProfile(of: caller).updatedAt

        try await clinic.accounts.changePassword(from: .good, to: .other, by: caller)

        #expect(try await clinic.accounts.findProfile(of: caller).updatedAt > before)
    }
}
