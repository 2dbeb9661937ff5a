public import Domain

extension RegisterAccount {
    /// The same for a request that may be sent again: the account is made once, and each repetition begins a session.
    ///
    /// Tokens are kept nowhere, so a repetition gets new ones, as a sign-in would: with the account's present password.
    /// - Parameters:
    ///   - key: shared by all who are not signed in.
    ///   - fingerprint: of the whole request.
    /// - Throws: `.retried` besides; `.notSignedIn` when the account has been disabled since, has another password, or
    ///   asks for a second factor.
    public func once(
        _ key: IdempotencyKey, fingerprint: String, _ form: RegistrationForm, from origin: RequestOrigin = .unknown
    ) async throws(Failure) -> SignedIn {
        guard isOpen else { throw .notAllowed }
        if let made = try await made(key, fingerprint) { return try await signIn(made, form, from: origin) }
        let new: NewAccount
        do throws(Failure) {
            new = try await account(form)
        } catch {
            // The first request may have taken the names a moment ago.
            guard let made = try await made(key, fingerprint) else { throw error }
            return try await signIn(made, form, from: origin)
        }
        if let signedIn = try await make(new, key, fingerprint, from: origin) { return signedIn }
        guard let made = try await made(key, fingerprint) else { throw .busy }
        return try await signIn(made, form, from: origin)
    }

    /// The account that the first request made; `nil` when this is the first.
    private func made(_ key: IdempotencyKey, _ fingerprint: String) async throws(Failure) -> AccountID? {
        let now = clock.now()
        return try await storage.transaction { stores throws(Failure) in
            guard let kept = try await stores.idempotency.claim(key, of: nil, at: now) else { return nil }
            guard kept.fingerprint == fingerprint, let number = Int64(kept.answer), let id = AccountID(number) else {
                throw .retried(.otherRequest)
            }
            return id
        }
    }

    /// - Returns: `nil` when another request with the key was faster.
    private func make(
        _ new: NewAccount, _ key: IdempotencyKey, _ fingerprint: String, from origin: RequestOrigin
    ) async throws(Failure) -> SignedIn? {
        let now = clock.now()
        let start = sessionStart(of: new.username, from: origin, at: now)
        return try await storage.transaction { stores throws(Failure) in
            guard try await stores.idempotency.claim(key, of: nil, at: now) == nil else { return nil }
            let signedIn = try await stores.register(new, start)
            let answer = KeptAnswer(fingerprint: fingerprint, answer: String(signedIn.account.id.number))
            try await stores.idempotency.keep(answer, under: key, of: nil, at: now)
            return signedIn
        }
    }

    private func signIn(
        _ made: AccountID, _ form: RegistrationForm, from origin: RequestOrigin
    ) async throws(Failure) -> SignedIn {
        let known = try await storage.reads.accounts.credentials(of: made)
        guard let known, let password = form.password, known.account.isActive,
            try await hasher.verify(password, against: known.passwordHash)
        else { throw .notSignedIn(.badCredentials) }
        let start = sessionStart(of: known.account.username, from: origin, at: clock.now())
        return try await storage.transaction { stores throws(Failure) in
            let present = try await stores.accounts.credentialsForChange(made)
            guard let present, present.account.isActive, present.passwordHash == known.passwordHash else {
                throw .notSignedIn(.badCredentials)
            }
            guard !present.hasSecondFactor else { throw .notSignedIn(.oneTimeCodeRequired) }
            return try await stores.signIn(present.account, start)
        }
    }
}
