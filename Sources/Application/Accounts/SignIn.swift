public import Domain

/// Exchanges a name and a password, and a code where the account asks for one, for tokens.
public struct SignIn: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let hasher: any PasswordHasher
    let tokens: Tokens
    let throttle: SignInThrottle
    let secondFactors: SecondFactorCheck

    /// - Parameters:
    ///   - username: as it was registered; the case counts.
    ///   - proof: looked at only when the rest is right.
    /// - Throws: `.notSignedIn(.badCredentials)` after the same work whichever part is wrong; with the right ones
    ///   `.oneTimeCodeRequired` or `.oneTimeCodeWrong`; `.throttled` after too many failures, whatever is sent; `.busy`.
    public func callAsFunction(
        username: String, password: Password, proof: SecondFactorProof? = nil, from origin: RequestOrigin = .unknown
    ) async throws(Failure) -> SignedIn {
        let name = username.trimmed
        let attempt = throttle.attempt(on: name, from: origin)
        try await attempt.expectAllowed(in: storage, from: origin, at: clock.now())
        let known = try await storage.reads.accounts.credentials(of: name)
        let matches = try await hasher.verify(password, against: known?.passwordHash)
        guard let known, matches, known.account.isActive else {
            let event = AuditEvent(.signInRefused, from: origin, at: clock.now(), account: known?.account.id)
            throw try await attempt.failed(.notSignedIn(.badCredentials), in: storage, noting: event)
        }
        let start = SessionStart(tokens: tokens, attempt: attempt, origin: origin, now: clock.now())
        let renewed = await renewedHash(of: password, known.passwordHash)
        let outcome = try await storage.transaction { stores throws(Failure) in
            try await begin(start, known, proof, renewed, in: stores)
        }
        switch outcome {
        case .signedIn(let signedIn): return signedIn
        case .refused(let failure): throw failure
        // The account was disabled meanwhile, which is to be noted like any refusal, or another hash was kept, perhaps of
        // the same password by a sign-in at the same time.
        case .outpaced:
            return try await callAsFunction(username: username, password: password, proof: proof, from: origin)
        }
    }

    private enum Outcome: Sendable {
        case signedIn(SignedIn)
        /// A failure that was counted, which throwing inside the transaction would undo.
        case refused(Failure)
        case outpaced
    }

    /// What was right a moment ago is looked at again, with the account held: a session never begins with a password
    /// that is changed, or on an account that is disabled, at the same time.
    private func begin(
        _ start: SessionStart, _ known: Credentials, _ proof: SecondFactorProof?, _ renewed: PasswordHash?,
        in stores: Stores
    ) async throws(Failure) -> Outcome {
        let now = start.now
        let present = try await stores.accounts.credentialsForChange(known.account.id)
        guard let present, present.account.isActive, present.passwordHash == known.passwordHash else {
            return .outpaced
        }
        try await start.attempt.expectAllowed(by: stores.throttle, at: now)
        if present.hasSecondFactor {
            var event = AuditEvent(.secondFactorAsked, from: start.origin, at: now, account: present.account.id)
            guard let proof else {
                try await stores.audit.record(event.ended(.refused))
                return .refused(.notSignedIn(.oneTimeCodeRequired))
            }
            event.action = .signInRefused
            guard try await secondFactors.accepts(proof, of: present.account.id, in: stores, noting: event) else {
                return .refused(
                    try await start.attempt.failed(.notSignedIn(.oneTimeCodeWrong), in: stores, noting: event))
            }
        }
        if let renewed { try await stores.accounts.keep(renewed, of: present.account.id) }
        // Answers hold records; they go even if nobody sends another key.
        try await stores.idempotency.tidy(at: now)
        return .signedIn(try await stores.signIn(present.account, start))
    }

    /// Only who knows the password waits for it; when there is too much to do it is left to another time.
    private func renewedHash(of password: Password, _ hash: PasswordHash) async -> PasswordHash? {
        guard hasher.needsRenewal(hash) else { return nil }
        return try? await hasher.hash(password)
    }
}
