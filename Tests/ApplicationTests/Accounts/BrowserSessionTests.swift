import Application
import Domain
import Testing

@Suite struct `A session in a browser` {
    @Test func `gives a token of a quarter of an hour, and another one a minute later`() async throws {
        let clinic = try await TestClinic()
        let begun = try await clinic.begin()

        let atOnce = try await clinic.accounts.continueSession(begun, .whenDue)
        clinic.clock.advance(seconds: 60)
        let later = try await clinic.accounts.continueSession(begun, .whenDue)
        clinic.clock.advance(seconds: 15 * 60 - 60)

        #expect(atOnce.renewed == nil)
        #expect(later.endsAt == clinic.clock.now().adding(seconds: 60))
        await #expect(throws: Failure.notSignedIn(.expiredToken)) {
            try await clinic.accounts.continueSession(begun, .whenDue)
        }
        let renewed = try #require(later.renewed)
        #expect(try await clinic.accounts.continueSession(renewed, .never).caller.account == clinic.nurse.account)
    }

    @Test func `does not go on for programs that ask by themselves`() async throws {
        let clinic = try await TestClinic()
        let begun = try await clinic.begin()

        clinic.clock.advance(seconds: 14 * 60)
        let asked = try await clinic.accounts.continueSession(begun, .never)

        #expect(asked.renewed == nil)
        // Tokens keep their times to the second.
        #expect(asked.endsAt.seconds == clinic.clock.now().seconds + 60)
    }

    @Test func `ends with the session, whatever is left of a quarter of an hour`() async throws {
        let clinic = try await TestClinic()
        var token = try await clinic.begin()

        for _ in 0..<110 {
            clinic.clock.advance(seconds: 14 * 60)
            let session = try? await clinic.accounts.continueSession(token, .whenDue)
            token = session?.renewed ?? token
        }

        await #expect(throws: Failure.self) { try await clinic.accounts.continueSession(token, .whenDue) }
    }

    @Test func `ends at once when the session is ended`() async throws {
        let clinic = try await TestClinic()
        let token = try await clinic.begin()
        let session = try await clinic.accounts.continueSession(token, .never)

        try await clinic.accounts.endSession(try #require(session.caller.session.number), by: session.caller)

        await #expect(throws: Failure.notSignedIn(.invalidToken)) {
            try await clinic.accounts.continueSession(token, .whenDue)
        }
    }

    @Test func `is known by its token when that has expired, and by no other text`() async throws {
        let clinic = try await TestClinic()
        let token = try await clinic.begin()

        clinic.clock.advance(seconds: 3600)
        let holder = clinic.accounts.continueSession.holder(of: token)

        #expect(holder?.account == clinic.nurse.account)
        #expect(clinic.accounts.continueSession.holder(of: token + "x") == nil)
    }

    @Test func `is offered where there is an administrator, and how to make one where there is none`() async throws {
        let clinic = try await TestClinic()

        let found = try await clinic.useCases.hasAdministrator()

        #expect(found)
    }
}

extension TestClinic {
    /// The nurse signs in with a browser.
    fileprivate func begin() async throws -> String {
        let signedIn = try await accounts.signIn(username: "nurse", password: .good)
        let session = try await accounts.continueSession(signedIn.tokens.access, .now)
        return try #require(session.renewed)
    }
}
