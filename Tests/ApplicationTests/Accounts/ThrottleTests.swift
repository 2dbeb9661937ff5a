import Application
import Domain
import Testing

@Suite struct `Too many failed sign-ins` {
    private let refused = Failure.notSignedIn(.badCredentials)

    @Test func `of one account from one network make others wait, the right password too`() async throws {
        let clinic = try await TestClinic()

        let failures = await clinic.fail(11)

        #expect(failures == Array(repeating: refused, count: 10) + [.throttled(seconds: 900)])
        await #expect(throws: Failure.throttled(seconds: 900)) {
            try await clinic.accounts.signIn(username: "nurse", password: .good, from: .stranger)
        }
        #expect(clinic.hasher.calls.count == 10)
    }

    @Test func `are the same for names that nobody has, and for disabled accounts`() async throws {
        let clinic = try await TestClinic()
        try await clinic.storage.disable(clinic.otherNurse.account)

        let failures = [
            await clinic.fail(12, as: "nobody"), await clinic.fail(12, as: "otherNurse"),
            await clinic.fail(12, as: "nurse"),
        ]

        #expect(failures[0] == failures[2] && failures[1] == failures[2])
        #expect(failures[0].last == .throttled(seconds: 900))
    }

    @Test func `do not lock out the owner, who is elsewhere`() async throws {
        let clinic = try await TestClinic()

        _ = await clinic.fail(30)

        await #expect(throws: Never.self) {
            try await clinic.accounts.signIn(username: "nurse", password: .good, from: .desk)
        }
    }

    @Test func `count for fifteen minutes each, so that attempts come back one by one`() async throws {
        let clinic = try await TestClinic()
        _ = await clinic.fail(5)
        clinic.clock.advance(seconds: 600)
        _ = await clinic.fail(5)

        clinic.clock.advance(seconds: 299)
        let early = await clinic.fail(1)
        clinic.clock.advance(seconds: 1)
        let later = await clinic.fail(6)

        #expect(early == [.throttled(seconds: 1)])
        #expect(later == Array(repeating: refused, count: 5) + [.throttled(seconds: 600)])
    }

    @Test func `are forgotten when the holder signs in from there`() async throws {
        let clinic = try await TestClinic()

        _ = await clinic.fail(9, from: .desk)
        _ = try await clinic.signIn("nurse", from: .desk)
        let failures = await clinic.fail(10, from: .desk)

        #expect(failures == Array(repeating: refused, count: 10))
    }

    @Test func `of one name count together, however it is written`() async throws {
        let clinic = try await TestClinic()

        _ = await clinic.fail(10, as: " NURSE ")

        #expect(await clinic.fail(1, as: "nurse") == [.throttled(seconds: 900)])
    }

    @Test func `from one network make all of its sign-ins wait, whatever the account`() async throws {
        let clinic = try await TestClinic()
        for number in 0..<20 { _ = await clinic.fail(5, as: "name\(number)", from: .at("2001:db8::\(number)")) }

        let here = await clinic.fail(1, from: .at("2001:db8::ffff"))
        let there = await clinic.fail(1, from: .at("2001:db8:0:1::"))

        #expect(here == [.throttled(seconds: 900)])
        #expect(there == [refused])
    }

    @Test func `of one account from everywhere make strangers wait, and nobody where the holder has signed in`()
        async throws
    {
        let clinic = try await TestClinic()
        _ = try await clinic.signIn("nurse", from: .desk)
        for number in 0..<20 { _ = await clinic.fail(5, from: .at("203.0.113.\(number)")) }

        let stranger = await clinic.fail(1, from: .at("198.51.100.1"))
        let desk = await clinic.fail(9, from: .desk)

        #expect(stranger == [.throttled(seconds: 900)])
        #expect(desk == Array(repeating: refused, count: 9))
        await #expect(throws: Never.self) { try await clinic.signIn("nurse", from: .desk) }
    }

    @Test func `of one account from everywhere are borne ever slower`() async throws {
        let clinic = try await TestClinic()
        for quarter in 0..<3 {
            for number in 0..<20 { _ = await clinic.fail(5, from: .at("203.0.\(quarter).\(number)")) }
            clinic.clock.advance(seconds: 901)
        }

        let failures = await clinic.fail(1, from: .at("198.51.100.1"))

        #expect(failures == [.throttled(seconds: 86_400 - 3 * 901)])
    }

    @Test func `are not counted where limits are off`() async throws {
        let clinic = try await TestClinic {
            $0.throttle.perAccount = 0
            $0.throttle.perNetwork = 0
        }

        let failures = await clinic.fail(120)

        #expect(failures.allSatisfy { $0 == refused })
    }

    @Test func `from nowhere that is known count by account alone`() async throws {
        let clinic = try await TestClinic()
        for number in 0..<30 { _ = await clinic.fail(5, as: "name\(number)", from: .unknown) }

        let failures = await clinic.fail(11, from: .unknown)

        #expect(failures.last == .throttled(seconds: 900))
        #expect(failures.dropLast().allSatisfy { $0 == refused })
    }

    @Test(arguments: Proof.allCases) func `while the right password is hashed count, wherever it is asked for`(
        _ proof: Proof
    ) async throws {
        let clinic = try await TestClinic()
        let caller = try await clinic.signIn("nurse", from: .desk)
        var ports = clinic.ports
        ports.hasher = InterruptedHasher { _ = await clinic.fail(10, from: .desk) }
        let accounts = UseCases(ports: ports, rules: clinic.rules).accounts

        await #expect(throws: Failure.throttled(seconds: 900)) {
            switch proof {
            case .signingIn: _ = try await accounts.signIn(username: "nurse", password: .good, from: .desk)
            case .changingThePassword: try await accounts.changePassword(from: .good, to: .other, by: caller)
            case .enrolling: _ = try await accounts.enrolSecondFactor(.good, by: caller)
            case .removing: try await accounts.removeSecondFactor(.good, .unreadable, by: caller)
            }
        }

        let kept = try await clinic.reads.accounts.credentials(of: clinic.nurse.account)
        #expect(kept?.passwordHash == .fake(.good))
        #expect(try await clinic.reads.sessions.list(of: clinic.nurse.account, at: clinic.clock.now()).count == 1)
    }

    /// What a password is asked for.
    enum Proof: CaseIterable, Sendable {
        case signingIn, changingThePassword, enrolling, removing
    }

    @Test func `at changing the password count like those at signing in`() async throws {
        let clinic = try await TestClinic()
        let caller = try await clinic.signIn("nurse")

        for _ in 0..<10 { try? await clinic.accounts.changePassword(from: .wrong, to: .other, by: caller) }

        await #expect(throws: Failure.throttled(seconds: 900)) {
            try await clinic.accounts.changePassword(from: .good, to: .other, by: caller)
        }
        #expect(await clinic.fail(1, from: .desk) == [.throttled(seconds: 900)])
    }
}
