public import Domain

extension RegisterAccount {
    /// The same for a request that may be sent again: the account is made once, and each repetition begins a session.
    ///
    /// Tokens are kept nowhere, so a repetition gets new ones. It had the password to get them: its fingerprint is that
    /// of the first request.
    /// - Parameters:
    ///   - key: shared by all who are not signed in.
    ///   - fingerprint: of the whole request.
    /// - Throws: `.retried` besides; `.notSignedIn(.badCredentials)` when the account has been disabled since.
    public func once(
        _ key: IdempotencyKey, fingerprint: String, _ form: RegistrationForm
    ) async throws(Failure) -> SignedIn {
        guard isOpen else { throw .notAllowed }
        if let signedIn = try await repeated(key, fingerprint) { return signedIn }
        let new: NewAccount
        do throws(Failure) {
            new = try await account(form)
        } catch {
            // The first request may have taken the names a moment ago.
            guard let signedIn = try await repeated(key, fingerprint) else { throw error }
            return signedIn
        }
        return try await make(new, key, fingerprint)
    }

    private func repeated(_ key: IdempotencyKey, _ fingerprint: String) async throws(Failure) -> SignedIn? {
        let now = clock.now()
        let tokens = tokens
        return try await storage.transaction { stores throws(Failure) in
            let kept = try await stores.idempotency.claim(key, of: nil, at: now)
            guard let kept else { return nil }
            return try await stores.signIn(again: kept, fingerprint, tokens, at: now)
        }
    }

    private func make(
        _ new: NewAccount, _ key: IdempotencyKey, _ fingerprint: String
    ) async throws(Failure) -> SignedIn {
        let now = clock.now()
        let tokens = tokens
        return try await storage.transaction { stores throws(Failure) in
            if let kept = try await stores.idempotency.claim(key, of: nil, at: now) {
                return try await stores.signIn(again: kept, fingerprint, tokens, at: now)
            }
            let account = try await stores.accounts.insert(new, at: now)
            let answer = KeptAnswer(fingerprint: fingerprint, answer: String(account.id.number))
            try await stores.idempotency.keep(answer, under: key, of: nil, at: now)
            return try await stores.signIn(account, tokens, at: now)
        }
    }
}

extension Stores {
    fileprivate func signIn(
        again kept: KeptAnswer, _ fingerprint: String, _ tokens: Tokens, at now: Instant
    ) async throws(Failure) -> SignedIn {
        guard kept.fingerprint == fingerprint, let number = Int64(kept.answer), let id = AccountID(number) else {
            throw .retried(.otherRequest)
        }
        guard let account = try await accounts.find(id), account.isActive else { throw .notSignedIn(.badCredentials) }
        return try await signIn(account, tokens, at: now)
    }
}
