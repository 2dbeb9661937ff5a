import Domain

extension Stores {
    /// Makes a record and keeps the answer under the retry's key, in this transaction; or gives the answer that is kept
    /// there, and makes nothing.
    ///
    /// - Parameter repeated: as what a repetition is noted in the audit trail, since it shows the record again.
    /// - Throws: `.retried`; what `make` throws, and then nothing is kept.
    func once<Record: AuditedRecord>(
        _ retry: Retry<Record>, _ repeated: AuditAction, by caller: Caller, at now: Instant,
        _ make: (Stores) async throws(Failure) -> Record
    ) async throws(Failure) -> String {
        if let answer = try await kept(retry, repeated, by: caller, at: now) { return answer }
        let record = try await make(self)
        let answer = retry.answer(record)
        try await idempotency.tidy(at: now)
        let kept = AnsweredRecord(record).text + answer
        try await idempotency.keep(
            KeptAnswer(fingerprint: retry.fingerprint(for: caller), answer: kept), under: retry.key, of: caller.account,
            at: now)
        return answer
    }

    /// The answer that is kept under the retry's key, which is held until the transaction ends.
    ///
    /// - Throws: `.retried`, also when the account has another role or other links than the first time: it might not
    ///   see the record any more.
    func kept<Record: AuditedRecord>(
        _ retry: Retry<Record>, _ repeated: AuditAction, by caller: Caller, at now: Instant
    ) async throws(Failure) -> String? {
        guard let kept = try await idempotency.claim(retry.key, of: caller.account, at: now) else { return nil }
        guard kept.fingerprint == retry.fingerprint(for: caller) else { throw .retried(.otherRequest) }
        let (record, answer) = AnsweredRecord.split(kept.answer)
        try await audit.record(
            AuditEvent(repeated, by: caller, at: now, on: record?.subject, patients: record?.concerned ?? []))
        return answer
    }
}
