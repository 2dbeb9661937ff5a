import Application
import Domain
import Testing

@Suite("A request that may be sent again")
struct RetryTests {
    private let clinic: TestClinic
    private let key: IdempotencyKey

    init() async throws {
        clinic = try await TestClinic()
        key = try #require(IdempotencyKey("one"))
    }

    @Test("makes its record once and is answered the same again, whatever has become of the record")
    func same() async throws {
        let first = try await clinic.patients.register.once(retry("f"), by: clinic.nurse) { PatientForm(.ann) }
        let ann = try #require(try await clinic.patients.list(PatientQuery(), for: clinic.nurse).rows.first)
        try await clinic.patients.delete(ann.id, by: clinic.nurse)

        let second = try await clinic.patients.register.once(retry("f"), by: clinic.nurse) { PatientForm(.ann) }

        #expect(first == "made \(ann.id.number)")
        #expect(second == first)
        #expect(try await clinic.patients.list(PatientQuery(), for: clinic.nurse).rows.isEmpty)
    }

    @Test("is refused when the key was used for something else")
    func otherRequest() async throws {
        _ = try await clinic.patients.register.once(retry("f"), by: clinic.nurse) { PatientForm(.ann) }

        await #expect(throws: Failure.retried(.otherRequest)) {
            try await clinic.patients.register.once(retry("g"), by: clinic.nurse) { PatientForm(.ann) }
        }
    }

    @Test("is another one for another account")
    func otherAccount() async throws {
        let first = try await clinic.patients.register.once(retry("f"), by: clinic.nurse) { PatientForm(.ann) }
        let second = try await clinic.patients.register.once(retry("f"), by: clinic.otherNurse) { PatientForm(.ann) }

        #expect(first != second)
    }

    @Test("shows nothing again to an account with another role or another link")
    func otherStanding() async throws {
        _ = try await clinic.patients.register.once(retry("f"), by: clinic.nurse) { PatientForm(.ann) }
        let promoted = Caller(account: clinic.nurse.account, role: .admin, session: clinic.nurse.session)
        let linked = Caller(
            account: clinic.nurse.account, role: .staff, session: clinic.nurse.session, doctor: DoctorID(7))

        for caller in [promoted, linked] {
            await #expect(throws: Failure.retried(.otherRequest)) {
                try await clinic.patients.register.once(retry("f"), by: caller) { PatientForm(.ann) }
            }
        }
    }

    @Test("that was refused is looked at anew")
    func refused() async throws {
        await #expect(throws: Failure.invalid([])) {
            try await clinic.patients.register.once(retry("f"), by: clinic.nurse) { () throws(Failure) in
                throw .invalid([])
            }
        }

        let answer = try await clinic.patients.register.once(retry("f"), by: clinic.nurse) { PatientForm(.ann) }
        #expect(answer.hasPrefix("made "))
    }

    @Test("makes an account once, and begins a session each time")
    func account() async throws {
        let first = try await clinic.accounts.register.once(key, fingerprint: "f", .nora)
        let second = try await clinic.accounts.register.once(key, fingerprint: "f", .nora)

        #expect(first.account.id == second.account.id && second.account.lastSignIn == .dawn)
        #expect(first.tokens != second.tokens)
        for tokens in [first.tokens, second.tokens] {
            let caller = try await clinic.accounts.authenticate(accessToken: tokens.access)
            #expect(caller.account == first.account.id)
        }
    }

    @Test("of an account with another fingerprint gets nothing")
    func otherRegistration() async throws {
        _ = try await clinic.accounts.register.once(key, fingerprint: "f", .nora)

        await #expect(throws: Failure.retried(.otherRequest)) {
            try await clinic.accounts.register.once(key, fingerprint: "g", .nora)
        }
    }

    @Test("of an account that is disabled now gets no tokens")
    func disabled() async throws {
        let account = try await clinic.accounts.register.once(key, fingerprint: "f", .nora).account
        try await clinic.storage.disable(account.id)

        await #expect(throws: Failure.notSignedIn(.badCredentials)) {
            try await clinic.accounts.register.once(key, fingerprint: "f", .nora)
        }
    }

    @Test("of an account that has another password now, or a second factor, gets no tokens")
    func changedPassword() async throws {
        let tokens = try await clinic.accounts.register.once(key, fingerprint: "f", .nora).tokens
        let caller = try await clinic.accounts.authenticate(accessToken: tokens.access)
        let enrolment = try await clinic.accounts.enrolSecondFactor(.good, by: caller)
        let step = TimeStep.number(at: clinic.clock.now())
        let code = clinic.ports.secondFactors.code(of: enrolment.secret, step: step)
        _ = try await clinic.accounts.confirmSecondFactor(.code(code), by: caller)

        await #expect(throws: Failure.notSignedIn(.oneTimeCodeRequired)) {
            try await clinic.accounts.register.once(key, fingerprint: "f", .nora)
        }
        try await clinic.accounts.changePassword(from: .good, to: .other, by: caller)

        await #expect(throws: Failure.notSignedIn(.badCredentials)) {
            try await clinic.accounts.register.once(key, fingerprint: "f", .nora)
        }
    }

    @Test("for a name that somebody else has is refused like any other")
    func takenName() async throws {
        _ = try await clinic.accounts.register(.nora)

        await #expect(throws: Failure.self) {
            try await clinic.accounts.register.once(key, fingerprint: "f", .nora)
        }
    }

    @Test(
        "has a key of 1 to 255 visible ASCII characters",
        arguments: [
            ("", false), ("a", true), ("~!", true), (String(repeating: "k", count: 255), true),
            (String(repeating: "k", count: 256), false), ("a b", false), ("é", false), ("a\n", false),
            ("\u{7F}", false),
        ])
    func keys(text: String, isKey: Bool) {
        #expect((IdempotencyKey(text)?.text == text) == isKey)
    }

    private func retry(_ fingerprint: String) -> Retry<Patient> {
        Retry(key: key, fingerprint: fingerprint) { "made \($0.id.number)" }
    }
}
