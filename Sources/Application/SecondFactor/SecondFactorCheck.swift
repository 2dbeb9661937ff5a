import Domain

/// Decides whether somebody has the second factor of an account.
struct SecondFactorCheck: Sendable {
    let secrets: any SecondFactorSecrets

    /// Redeems a proof; the same one is never accepted again. The account has to be held.
    func accepts(
        _ proof: SecondFactorProof, of account: AccountID, in store: any SecondFactorStore, at now: Instant
    ) async throws(Failure) -> Bool {
        switch proof {
        case .unreadable: return false
        case .recovery(let code):
            return try await store.redeemRecoveryCode(secrets.digest(of: code, of: account), of: account)
        case .code(let code):
            guard var factor = try await store.find(of: account), factor.confirmedAt != nil,
                try accepts(code, &factor, of: account, at: now)
            else { return false }
            try await store.keep(factor, of: account)
            return true
        }
    }

    /// The same; that a recovery code was used up is noted in the audit trail.
    ///
    /// - Parameter event: who tries, from where and when.
    func accepts(
        _ proof: SecondFactorProof, of account: AccountID, in stores: Stores, noting event: AuditEvent
    ) async throws(Failure) -> Bool {
        guard try await accepts(proof, of: account, in: stores.secondFactors, at: event.at) else { return false }
        if case .recovery = proof {
            var used = event
            used.action = .recoveryCodeUsed
            try await stores.audit.record(used)
        }
        return true
    }

    /// - Throws: `.unavailable` when the secret was sealed under another key.
    func accepts(
        _ code: OneTimeCode, _ factor: inout SecondFactor, of account: AccountID, at now: Instant
    ) throws(Failure) -> Bool {
        guard let secret = secrets.open(factor.sealedSecret, of: account) else {
            throw .unavailable(Fault("a second factor was sealed under another SECRET_KEY"))
        }
        return factor.accept(code, at: now) { secrets.code(of: secret, step: $0) }
    }
}
