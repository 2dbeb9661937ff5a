import Application
import Domain
import Testing

@Suite struct `A second factor` {
    @Test func `is asked for after the password, from its first code on`() async throws {
        let clinic = try await TestClinic()
        let caller = try await clinic.signIn("nurse")

        let enrolment = try await clinic.accounts.enrolSecondFactor(.good, by: caller)
        let before = try await clinic.signIn("nurse")
        let codes = try await clinic.accounts.confirmSecondFactor(clinic.proof(of: enrolment), by: caller)

        #expect(before.hasSecondFactor == false)
        #expect(Set(codes).count == 10)
        #expect(enrolment.address.hasPrefix("otpauth://totp/Clinic:nurse?secret=\(enrolment.secret.base32)&"))
        await #expect(throws: Failure.notSignedIn(.oneTimeCodeRequired)) { try await clinic.signIn("nurse") }
        await #expect(throws: Failure.notSignedIn(.badCredentials)) {
            try await clinic.accounts.signIn(
                username: "nurse", password: .wrong, proof: clinic.proof(of: enrolment, step: 1))
        }
        let tokens = try await clinic.accounts.signIn(
            username: "nurse", password: .good, proof: clinic.proof(of: enrolment, step: 1)
        ).tokens
        #expect(try await clinic.accounts.authenticate(accessToken: tokens.access).hasSecondFactor)
    }

    @Test func `accepts each code once, that of the confirmation too`() async throws {
        let clinic = try await TestClinic()
        let (_, enrolment, _) = try await clinic.enrolled()
        let (used, next) = (clinic.proof(of: enrolment), clinic.proof(of: enrolment, step: 1))

        let outcomes = [
            await clinic.signIn(with: used), await clinic.signIn(with: next), await clinic.signIn(with: next),
        ]

        #expect(outcomes == [.notSignedIn(.oneTimeCodeWrong), nil, .notSignedIn(.oneTimeCodeWrong)])
    }

    @Test func `can be proved by a recovery code, once`() async throws {
        let clinic = try await TestClinic()
        let (_, _, codes) = try await clinic.enrolled()

        let outcomes = [
            await clinic.signIn(with: .recovery(codes[3])), await clinic.signIn(with: .recovery(codes[3])),
            await clinic.signIn(with: .recovery(codes[4])), await clinic.signIn(with: .recovery(RecoveryCode(bits: 1))),
            await clinic.signIn(with: .unreadable),
        ]

        let wrong = Failure.notSignedIn(.oneTimeCodeWrong)
        #expect(outcomes == [nil, wrong, nil, wrong, wrong])
    }

    @Test func `that is guessed ten times makes others wait, with the right code too`() async throws {
        let clinic = try await TestClinic()
        let (_, enrolment, _) = try await clinic.enrolled()

        for _ in 0..<10 { _ = await clinic.signIn(with: .unreadable) }
        let outcome = await clinic.signIn(with: clinic.proof(of: enrolment, step: 1))

        #expect(outcome == .throttled(seconds: 900))
    }

    @Test func `is guessed no more often by somebody who changes the password in between`() async throws {
        let clinic = try await TestClinic()
        let (caller, enrolment, _) = try await clinic.enrolled()
        for _ in 0..<9 {
            _ = try? await clinic.accounts.removeSecondFactor(.good, .unreadable, by: caller)
        }
        try await clinic.accounts.changePassword(from: .good, to: .other, by: caller)
        _ = try? await clinic.accounts.removeSecondFactor(.other, .unreadable, by: caller)

        await #expect(throws: Failure.throttled(seconds: 900)) {
            try await clinic.accounts.removeSecondFactor(.other, clinic.proof(of: enrolment, step: 1), by: caller)
        }
    }

    @Test func `is not made, nor ended, without the password`() async throws {
        let clinic = try await TestClinic()
        let (caller, enrolment, _) = try await clinic.enrolled()
        let other = try await clinic.signIn("otherNurse")
        let wrong = Failure.invalid([FieldError(.password, .wrongPassword)])

        await #expect(throws: wrong) { try await clinic.accounts.enrolSecondFactor(.wrong, by: other) }
        await #expect(throws: wrong) {
            try await clinic.accounts.removeSecondFactor(.wrong, clinic.proof(of: enrolment, step: 1), by: caller)
        }
        await #expect(throws: Failure.invalid([FieldError(.oneTimeCode, .wrongOneTimeCode)])) {
            try await clinic.accounts.removeSecondFactor(.good, .unreadable, by: caller)
        }
        await #expect(throws: Failure.notSignedIn(.oneTimeCodeRequired)) { try await clinic.signIn("nurse") }
    }

    @Test func `ends with a code, and its recovery codes and all other sessions with it`() async throws {
        let clinic = try await TestClinic()
        let (caller, enrolment, codes) = try await clinic.enrolled()
        let elsewhere = try await clinic.accounts.signIn(
            username: "nurse", password: .good, proof: .recovery(codes[1])
        ).tokens

        try await clinic.accounts.removeSecondFactor(.good, clinic.proof(of: enrolment, step: 1), by: caller)

        await #expect(throws: Failure.notSignedIn(.invalidToken)) {
            try await clinic.accounts.authenticate(accessToken: elsewhere.access)
        }
        await #expect(throws: Never.self) { try await clinic.signIn("nurse") }
        let again = try await clinic.accounts.enrolSecondFactor(.good, by: caller)
        _ = try await clinic.accounts.confirmSecondFactor(clinic.proof(of: again), by: caller)
        #expect(await clinic.signIn(with: .recovery(codes[0])) == .notSignedIn(.oneTimeCodeWrong))
    }

    @Test func `is there once, and not before it is made`() async throws {
        let clinic = try await TestClinic()
        let (caller, enrolment, _) = try await clinic.enrolled()
        let other = try await clinic.signIn("otherNurse")

        await #expect(throws: Failure.conflict(.secondFactorPresent)) {
            try await clinic.accounts.enrolSecondFactor(.good, by: caller)
        }
        await #expect(throws: Failure.conflict(.secondFactorPresent)) {
            try await clinic.accounts.confirmSecondFactor(clinic.proof(of: enrolment, step: 1), by: caller)
        }
        await #expect(throws: Failure.conflict(.secondFactorAbsent)) {
            try await clinic.accounts.confirmSecondFactor(.unreadable, by: other)
        }
        await #expect(throws: Failure.conflict(.secondFactorAbsent)) {
            try await clinic.accounts.removeSecondFactor(.good, .unreadable, by: other)
        }
    }

    @Test func `is confirmed by a code of the secret that was made last, and by no other`() async throws {
        let clinic = try await TestClinic()
        let caller = try await clinic.signIn("nurse")
        let first = try await clinic.accounts.enrolSecondFactor(.good, by: caller)
        let second = try await clinic.accounts.enrolSecondFactor(.good, by: caller)

        await #expect(throws: Failure.invalid([FieldError(.oneTimeCode, .wrongOneTimeCode)])) {
            try await clinic.accounts.confirmSecondFactor(clinic.proof(of: first), by: caller)
        }
        await #expect(throws: Never.self) {
            try await clinic.accounts.confirmSecondFactor(clinic.proof(of: second), by: caller)
        }
    }

    @Test func `stands before administrators where the clinic asks for it`() async throws {
        let clinic = try await TestClinic { $0.administratorsNeedSecondFactor = true }
        let (admin, nurse) = (try await clinic.signIn("admin"), try await clinic.signIn("nurse"))

        let enrolment = try await clinic.accounts.enrolSecondFactor(.good, by: admin)
        _ = try await clinic.accounts.confirmSecondFactor(clinic.proof(of: enrolment), by: admin)

        let tokens = try await clinic.accounts.signIn(
            username: "admin", password: .good, proof: clinic.proof(of: enrolment, step: 1)
        ).tokens
        #expect(admin.duty == .enrolSecondFactor && nurse.duty == nil)
        #expect(try await clinic.accounts.authenticate(accessToken: tokens.access).duty == nil)
    }

    @Test func `makes no session whole that began by the password alone: confirming it ends all others`() async throws {
        let clinic = try await TestClinic { $0.administratorsNeedSecondFactor = true }
        let thief = try await clinic.accounts.signIn(username: "admin", password: .good, from: .stranger).tokens
        let admin = try await clinic.signIn("admin")

        let enrolment = try await clinic.accounts.enrolSecondFactor(.good, by: admin)
        let before = try await clinic.accounts.authenticate(accessToken: thief.access)
        _ = try await clinic.accounts.confirmSecondFactor(clinic.proof(of: enrolment), by: admin)

        #expect(before.duty == .enrolSecondFactor)
        await #expect(throws: Failure.notSignedIn(.invalidToken)) {
            try await clinic.accounts.authenticate(accessToken: thief.access)
        }
        await #expect(throws: Failure.notSignedIn(.invalidToken)) {
            try await clinic.accounts.refreshTokens(refreshToken: thief.refresh)
        }
        let sessions = try await clinic.reads.sessions.list(of: admin.account, at: clinic.clock.now())
        #expect(sessions.map(\.id) == [admin.session])
    }

    @Test func `is not confirmed by a session that has ended meanwhile`() async throws {
        let clinic = try await TestClinic()
        let caller = try await clinic.signIn("nurse")
        let enrolment = try await clinic.accounts.enrolSecondFactor(.good, by: caller)
        try await clinic.accounts.endSession(try #require(caller.session.number), by: caller)

        await #expect(throws: Failure.notSignedIn(.invalidToken)) {
            try await clinic.accounts.confirmSecondFactor(clinic.proof(of: enrolment), by: caller)
        }

        #expect(try await clinic.reads.accounts.credentials(of: caller.account)?.hasSecondFactor == false)
    }

    @Test func `is taken away for who lost it, and all sessions end`() async throws {
        let clinic = try await TestClinic()
        let (caller, _, _) = try await clinic.enrolled()
        let reset = ResetSecondFactor(storage: clinic.storage, clock: clinic.clock)

        await #expect(throws: Failure.notFound(.account)) { try await reset(username: "NURSE") }
        await #expect(throws: Failure.conflict(.secondFactorAbsent)) { try await reset(username: "admin") }
        try await reset(username: "nurse")

        await #expect(throws: Failure.notSignedIn(.invalidToken)) {
            try await clinic.accounts.changePassword(from: .good, to: .other, by: caller)
        }
        await #expect(throws: Never.self) { try await clinic.signIn("nurse") }
    }

    @Test func `is taken away by an administrator, and by nobody else, nor from their own account`() async throws {
        let clinic = try await TestClinic()
        let (caller, _, _) = try await clinic.enrolled()
        let administration = clinic.useCases.administration

        await #expect(throws: Failure.notAllowed) {
            try await administration.resetSecondFactor(of: caller.account, by: caller)
        }
        await #expect(throws: Failure.invalid([FieldError(.account, .ownAccount)])) {
            try await administration.resetSecondFactor(of: clinic.admin.account, by: clinic.admin)
        }
        try await administration.resetSecondFactor(of: caller.account, by: clinic.admin)
        await #expect(throws: Failure.conflict(.secondFactorAbsent)) {
            try await administration.resetSecondFactor(of: caller.account, by: clinic.admin)
        }

        await #expect(throws: Failure.notSignedIn(.invalidToken)) {
            try await clinic.accounts.changePassword(from: .good, to: .other, by: caller)
        }
        await #expect(throws: Never.self) { try await clinic.signIn("nurse") }
    }

    @Test func `that was sealed under another key is a fault, and lets nobody in`() async throws {
        let clinic = try await TestClinic()
        let (_, enrolment, _) = try await clinic.enrolled()
        try await clinic.storage.keep(
            SecondFactor(sealedSecret: "1.AAAA", confirmedAt: .dawn), of: clinic.nurse.account)

        let outcome = await clinic.signIn(with: clinic.proof(of: enrolment, step: 1))

        #expect(outcome == .unavailable(Fault("a second factor was sealed under another SECRET_KEY")))
    }
}

extension TestClinic {
    /// The code that an authenticator shows, so many steps later.
    fileprivate func proof(of enrolment: EnrolSecondFactor.Enrolment, step: Int64 = 0) -> SecondFactorProof {
        .code(ports.secondFactors.code(of: enrolment.secret, step: TimeStep.number(at: clock.now()) + step))
    }

    /// The nurse, with a second factor.
    fileprivate func enrolled() async throws -> (Caller, EnrolSecondFactor.Enrolment, [RecoveryCode]) {
        let caller = try await signIn("nurse")
        let enrolment = try await accounts.enrolSecondFactor(.good, by: caller)
        let codes = try await accounts.confirmSecondFactor(proof(of: enrolment), by: caller)
        return (caller, enrolment, codes)
    }

    /// What comes of the nurse's sign-in with a proof.
    fileprivate func signIn(with proof: SecondFactorProof) async -> Failure? {
        do throws(Failure) {
            _ = try await accounts.signIn(username: "nurse", password: .good, proof: proof, from: .stranger)
            return nil
        } catch {
            return error
        }
    }
}
