public import Domain

/// Takes the second factor away: sign-ins ask for the password alone again. All other sessions of the account end.
public struct RemoveSecondFactor: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let check: PasswordCheck
    let secondFactors: SecondFactorCheck

    /// - Parameter proof: a code, or a recovery code.
    /// - Throws: `.invalid` when password or code is another; `.conflict(.secondFactorAbsent)`; `.throttled`.
    public func callAsFunction(
        _ password: Password, _ proof: SecondFactorProof, by caller: Caller
    ) async throws(Failure) {
        let accepted = try await check(password, of: caller) { _ in [FieldError(.password, .wrongPassword)] }
        let now = clock.now()
        let failure: Failure? = try await storage.transaction { stores throws(Failure) in
            let present = try await stores.holdAccount(of: caller, accepted, at: now)
            guard present.hasSecondFactor else { throw .conflict(.secondFactorAbsent) }
            let event = AuditEvent(.signInRefused, by: caller, at: now)
            guard try await secondFactors.accepts(proof, of: caller.account, in: stores, noting: event) else {
                let wrong = Failure.invalid([FieldError(.oneTimeCode, .wrongOneTimeCode)])
                return try await accepted.attempt.failed(wrong, in: stores, noting: event)
            }
            try await stores.secondFactors.remove(of: caller.account)
            try await stores.note(.secondFactorRemoved, of: present.account, by: caller, at: now)
            try await stores.sessions.endAll(of: caller.account, except: caller.session, at: now)
            return nil
        }
        if let failure { throw failure }
    }
}
