public import Domain

/// Takes the first code of a second factor: from then on sign-ins ask for one. All other sessions of the account end,
/// since they were begun without.
public struct ConfirmSecondFactor: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let random: any RandomSource
    let throttle: SignInThrottle
    let secondFactors: SecondFactorCheck

    /// - Returns: recovery codes, which nobody can be shown again.
    /// - Throws: `.invalid` when the code is another; `.conflict(.secondFactorAbsent)` without an enrolment,
    ///   `.secondFactorPresent` when it was confirmed before; `.throttled`; `.notSignedIn` when the session has ended
    ///   meanwhile.
    public func callAsFunction(
        _ proof: SecondFactorProof, by caller: Caller
    ) async throws(Failure) -> [RecoveryCode] {
        let now = clock.now()
        let codes = (0..<RecoveryCode.count).map { _ in RecoveryCode(bits: random.bits()) }
        let failure: Failure? = try await storage.transaction { stores throws(Failure) in
            let present = try await stores.holdAccount(of: caller, at: now)
            let attempt = throttle.attempt(on: present.account.username.text, from: caller.origin)
            try await attempt.expectAllowed(by: stores.throttle, at: now)
            guard try await confirm(proof, codes, of: caller.account, in: stores.secondFactors, at: now) else {
                let wrong = Failure.invalid([FieldError(.oneTimeCode, .wrongOneTimeCode)])
                return try await attempt.failed(
                    wrong, in: stores, noting: AuditEvent(.signInRefused, by: caller, at: now))
            }
            try await stores.note(.secondFactorConfirmed, of: present.account, by: caller, at: now)
            try await stores.sessions.endAll(of: caller.account, except: caller.session, at: now)
            return nil
        }
        // Thrown only now: thrown inside, it would undo the count.
        if let failure { throw failure }
        return codes
    }

    private func confirm(
        _ proof: SecondFactorProof, _ codes: [RecoveryCode], of account: AccountID, in store: any SecondFactorStore,
        at now: Instant
    ) async throws(Failure) -> Bool {
        guard var factor = try await store.find(of: account) else { throw .conflict(.secondFactorAbsent) }
        guard factor.confirmedAt == nil else { throw .conflict(.secondFactorPresent) }
        guard case .code(let code) = proof, try secondFactors.accepts(code, &factor, of: account, at: now) else {
            return false
        }
        factor.confirm(at: now)
        try await store.keep(factor, of: account)
        let digests = codes.map { secondFactors.secrets.digest(of: $0, of: account) }
        try await store.keepRecoveryCodes(digests, of: account)
        return true
    }
}
