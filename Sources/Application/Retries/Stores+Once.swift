import Domain

extension Stores {
    /// Makes a record and keeps the answer under the retry's key, in this transaction; or gives the answer that is kept
    /// there, and makes nothing.
    ///
    /// - Parameter account: whose key it is; `nil` for somebody who is not signed in.
    /// - Throws: `.retried`; what `make` throws, and then nothing is kept.
    func once<Record: Sendable>(
        _ retry: Retry<Record>, by account: AccountID?, at now: Instant,
        _ make: (Stores) async throws(Failure) -> Record
    ) async throws(Failure) -> String {
        if let answer = try await kept(retry, by: account, at: now) { return answer }
        let answer = retry.answer(try await make(self))
        try await idempotency.tidy(at: now)
        try await idempotency.keep(
            KeptAnswer(fingerprint: retry.fingerprint, answer: answer), under: retry.key, of: account, at: now)
        return answer
    }

    /// The answer that is kept under the retry's key, which is held until the transaction ends.
    ///
    /// - Throws: `.retried`.
    func kept<Record: Sendable>(
        _ retry: Retry<Record>, by account: AccountID?, at now: Instant
    ) async throws(Failure) -> String? {
        guard let kept = try await idempotency.claim(retry.key, of: account, at: now) else { return nil }
        guard kept.fingerprint == retry.fingerprint else { throw .retried(.otherRequest) }
        return kept.answer
    }
}
