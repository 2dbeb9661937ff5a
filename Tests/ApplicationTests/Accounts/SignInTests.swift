import Application
import Domain
import Testing

@Suite("Signing in")
struct SignInTests {
    @Test("a name and its password give tokens that tell who it is")
    func signsIn() async throws {
        let clinic = try await TestClinic()

        let signedIn = try await clinic.accounts.signIn(username: " nurse ", password: .good)

        let caller = try await clinic.accounts.authenticate(accessToken: signedIn.tokens.access)
        #expect(signedIn.account.id == clinic.nurse.account)
        #expect(caller.account == clinic.nurse.account)
    }

    @Test("a wrong name, a wrong password and a disabled account cannot be told apart, nor by the work done")
    func badCredentials() async throws {
        let clinic = try await TestClinic()
        try await clinic.storage.disable(clinic.otherNurse.account)
        let attempts: [(String, Password)] = [("nobody", .good), ("nurse", .wrong), ("otherNurse", .good)]

        for (username, password) in attempts {
            await #expect(throws: Failure.notSignedIn(.badCredentials), "\(username)") {
                try await clinic.accounts.signIn(username: username, password: password)
            }
        }

        #expect(clinic.hasher.calls == [.verify(isKnown: false), .verify(isKnown: true), .verify(isKnown: true)])
    }

    @Test("the case of the name counts")
    func nameCase() async throws {
        let clinic = try await TestClinic()

        await #expect(throws: Failure.notSignedIn(.badCredentials)) {
            try await clinic.accounts.signIn(username: "Nurse", password: .good)
        }
    }

    @Test("each sign-in is a session of its own")
    func sessions() async throws {
        let clinic = try await TestClinic()

        let first = try await clinic.accounts.signIn(username: "nurse", password: .good)
        let second = try await clinic.accounts.signIn(username: "nurse", password: .good)
        try await clinic.accounts.signOut(refreshToken: first.tokens.refresh)

        let caller = try await clinic.accounts.authenticate(accessToken: second.tokens.access)
        #expect(caller.account == clinic.nurse.account)
    }

    @Test("an overloaded hasher is answered as busy, and nobody is signed in")
    func busyHasher() async throws {
        let clinic = try await TestClinic()
        let ports = Ports(
            storage: clinic.storage, clock: clinic.clock, random: CountingBits(),
            hasher: RecordingHasher(failing: .busy), tokens: PlainTokens(),
            fingerprints: clinic.ports.fingerprints)
        let accounts = UseCases(ports: ports, rules: HouseRules()).accounts

        await #expect(throws: Failure.busy) { try await accounts.signIn(username: "nurse", password: .good) }
        await #expect(throws: Failure.busy) { try await accounts.register(.nora) }
        #expect(try await clinic.reads.accounts.credentials(of: "nora") == nil)
    }
}
