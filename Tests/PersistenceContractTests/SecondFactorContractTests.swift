import Application
import Domain
import OpenSSLTokens
import Testing

@Suite struct `Second factors` {
    @Test(arguments: Backend.available) func `are found as they were kept, and not after they were removed`(
        _ backend: Backend
    ) async throws {
        try await backend.withClinic { clinic in
            let nurse = clinic.nurse.id
            let fresh = SecondFactor(sealedSecret: "first")
            let used = SecondFactor(sealedSecret: "second", confirmedAt: .monday(8), lastStep: 58_000_000)

            let seen = try await clinic.storage.write { stores in
                var seen = [try await stores.secondFactors.find(of: nurse)]
                for factor in [fresh, used] {
                    try await stores.secondFactors.keep(factor, of: nurse)
                    seen.append(try await stores.secondFactors.find(of: nurse))
                }
                try await stores.secondFactors.remove(of: nurse)
                seen.append(try await stores.secondFactors.find(of: nurse))
                return seen
            }

            #expect(seen == [nil, fresh, used, nil])
        }
    }

    @Test(arguments: Backend.available) func `are asked for once they are confirmed`(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let nurse = clinic.nurse.id
            var marks: [Bool?] = []

            for factor in [SecondFactor(sealedSecret: "s"), SecondFactor(sealedSecret: "s", confirmedAt: .dawn)] {
                try await clinic.storage.write { try await $0.secondFactors.keep(factor, of: nurse) }
                marks.append(try await clinic.reads.accounts.credentials(of: nurse)?.hasSecondFactor)
            }

            #expect(marks == [false, true])
            #expect(try await clinic.reads.accounts.credentials(of: clinic.admin.id)?.hasSecondFactor == false)
        }
    }

    @Test(arguments: Backend.available) func `have recovery codes that are redeemed once, by their own account`(
        _ backend: Backend
    ) async throws {
        try await backend.withClinic { clinic in
            let (nurse, admin) = (clinic.nurse.id, clinic.admin.id)

            let redeemed = try await clinic.storage.write { stores in
                let factors = stores.secondFactors
                try await factors.keepRecoveryCodes(["old"], of: nurse)
                try await factors.keepRecoveryCodes(["one", "two"], of: nurse)
                try await factors.keepRecoveryCodes(["one"], of: admin)
                var redeemed: [Bool] = []
                for (code, account) in [("old", nurse), ("one", nurse), ("one", nurse), ("two", admin), ("one", admin)]
                {
                    redeemed.append(try await factors.redeemRecoveryCode(code, of: account))
                }
                try await factors.remove(of: nurse)
                redeemed.append(try await factors.redeemRecoveryCode("two", of: nurse))
                return redeemed
            }

            #expect(redeemed == [false, true, false, false, true, false])
        }
    }

    @Test(arguments: Backend.available) func `sign in once with each code, however many try at once`(
        _ backend: Backend
    ) async throws {
        try await backend.withClinic { clinic in
            let accounts = clinic.useCases(limits: 0).accounts
            let tokens = try await accounts.signIn(username: "nurse", password: .good).tokens
            let caller = try await accounts.authenticate(accessToken: tokens.access)
            let secret = try await accounts.enrolSecondFactor(.good, by: caller).secret
            let secrets = OpenSSLSecondFactorSecrets.forTests
            let step = TimeStep.number(at: .dawn)
            let code = { (step: Int64) in SecondFactorProof.code(secrets.code(of: secret, step: step)) }
            let recovery = try await accounts.confirmSecondFactor(code(step), by: caller)

            let byCode = await accounts.signInAll(40, with: code(step + 1))
            let byRecovery = await accounts.signInAll(40, with: .recovery(recovery[0]))

            for outcomes in [byCode, byRecovery] {
                #expect(outcomes.count { $0 == nil } == 1)
                #expect(outcomes.count { $0 == .notSignedIn(.oneTimeCodeWrong) } == 39)
            }
        }
    }

    @Test(arguments: Backend.available) func `leave one session when they are confirmed and when they are removed`(
        _ backend: Backend
    ) async throws {
        try await backend.withClinic { clinic in
            let accounts = clinic.useCases(limits: 0).accounts
            let secrets = OpenSSLSecondFactorSecrets.forTests
            let step = TimeStep.number(at: .dawn)
            let stolen = try await accounts.signIn(username: "nurse", password: .good).tokens
            let own = try await accounts.signIn(username: "nurse", password: .good).tokens
            let caller = try await accounts.authenticate(accessToken: own.access)
            let secret = try await accounts.enrolSecondFactor(.good, by: caller).secret
            let code = { (step: Int64) in SecondFactorProof.code(secrets.code(of: secret, step: step)) }

            let recovery = try await accounts.confirmSecondFactor(code(step), by: caller)
            let confirmed = try await clinic.reads.sessions.list(of: caller.account, at: .dawn)
            _ = try await accounts.signIn(username: "nurse", password: .good, proof: .recovery(recovery[0]))
            try await accounts.removeSecondFactor(.good, code(step + 1), by: caller)
            let removed = try await clinic.reads.sessions.list(of: caller.account, at: .dawn)

            #expect(confirmed.map(\.id) == [caller.session] && removed.map(\.id) == [caller.session])
            await #expect(throws: Failure.notSignedIn(.invalidToken)) {
                try await accounts.authenticate(accessToken: stolen.access)
            }
        }
    }
}

extension AccountUseCases {
    /// What comes of so many sign-ins at once with one proof.
    fileprivate func signInAll(_ count: Int, with proof: SecondFactorProof) async -> [Failure?] {
        await withTaskGroup(of: Failure?.self) { group in
            for _ in 0..<count {
                group.addTask {
                    do throws(Failure) {
                        _ = try await signIn(username: "nurse", password: .good, proof: proof)
                        return nil
                    } catch {
                        return error
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
    }
}
