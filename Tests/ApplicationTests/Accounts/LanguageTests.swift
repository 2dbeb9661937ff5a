import Application
import Domain
import Testing

@Suite struct `The language that somebody chose` {
    @Test func `is known by the profile and at the next sign-in, and is no other version of the account`() async throws
    {
        let clinic = try await TestClinic()
        let before = try await clinic.accounts.findProfile(of: clinic.nurse)
        clinic.clock.advance(minutes: 5)

        try await clinic.accounts.chooseLanguage(.german, by: clinic.nurse)

        let profile = try await clinic.accounts.findProfile(of: clinic.nurse)
        let signedIn = try await clinic.accounts.signIn(username: "nurse", password: .good)
        #expect(profile.language == .german && signedIn.account.language == .german)
        #expect(profile.updatedAt == before.updatedAt)
    }

    @Test func `is noted when it is another one, and only then`() async throws {
        let scene = try await Scene()
        let nurse = scene.clinic.nurse

        for language in [Language.german, .german, .english, nil, nil] {
            try await scene.clinic.accounts.chooseLanguage(language, by: nurse)
        }

        let entries = try await scene.entries()
        #expect(entries.map(\.action) == Array(repeating: "account.changed", count: 3))
        #expect(entries.allSatisfy { $0.changed == "language" && $0.record == nurse.account.number })
        #expect(try await scene.clinic.reads.accounts.find(nurse.account)?.language == nil)
    }

    @Test func `survives a change of the profile`() async throws {
        let clinic = try await TestClinic()
        try await clinic.accounts.chooseLanguage(.german, by: clinic.nurse)

        _ = try await clinic.accounts.changeProfile(by: clinic.nurse) { ProfileForm($0) }

        #expect(try await clinic.accounts.findProfile(of: clinic.nurse).language == .german)
    }

    @Test func `is nobody's who is gone`() async throws {
        let clinic = try await TestClinic()
        let ghost = Caller(account: AccountID(99)!, role: .staff, session: SessionID(bits: 1))

        await #expect(throws: Failure.notFound(.account)) {
            try await clinic.accounts.chooseLanguage(.german, by: ghost)
        }
    }
}
