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

    @Test("a wrong name, a wrong password and a disabled account ask the database the same questions")
    func sameQuestions() async throws {
        let clinic = try await TestClinic()
        try await clinic.storage.disable(clinic.otherNurse.account)
        let storage = CountingStorage(clinic.storage)
        let accounts = clinic.accounts(on: storage)

        var questions: [[String]] = []
        for (username, password) in [("nobody", Password.good), ("nurse", .wrong), ("otherNurse", .good)] {
            _ = try? await accounts.signIn(username: username, password: password, from: .stranger)
            questions.append(storage.takeQuestions())
        }

        #expect(
            questions[0] == [
                "4 tallies", "credentials by name", "transaction", "4 tallies for change", "keep", "keep", "keep",
                "tidy", "1 events",
            ])
        #expect(questions[1] == questions[0] && questions[2] == questions[0])
    }

    @Test("a hash that was made in another way is made anew, once")
    func renewal() async throws {
        let clinic = try await TestClinic()
        try await clinic.storage.keep(.old(.good), of: clinic.nurse.account)

        _ = try await clinic.accounts.signIn(username: "nurse", password: .good)
        let renewed = try await clinic.reads.accounts.credentials(of: clinic.nurse.account)?.passwordHash
        _ = try await clinic.accounts.signIn(username: "nurse", password: .good)

        #expect(renewed == .fake(.good))
        #expect(clinic.hasher.calls == [.verify(isKnown: true), .hash, .verify(isKnown: true)])
    }

    @Test("a wrong password renews nothing, whatever the hash")
    func noRenewal() async throws {
        let clinic = try await TestClinic()
        try await clinic.storage.keep(.old(.good), of: clinic.nurse.account)

        _ = try? await clinic.accounts.signIn(username: "nurse", password: .wrong)

        #expect(clinic.hasher.calls == [.verify(isKnown: true)])
        #expect(try await clinic.reads.accounts.credentials(of: clinic.nurse.account)?.passwordHash == .old(.good))
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
            fingerprints: clinic.ports.fingerprints, secondFactors: clinic.ports.secondFactors)
        let accounts = UseCases(ports: ports, rules: HouseRules()).accounts

        await #expect(throws: Failure.busy) { try await accounts.signIn(username: "nurse", password: .good) }
        await #expect(throws: Failure.busy) { try await accounts.register(.nora) }
        #expect(try await clinic.reads.accounts.credentials(of: "nora") == nil)
    }
}
