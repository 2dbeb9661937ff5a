import Application
import Domain
import PostgresClient

/// Answers that are kept for repeated requests, in PostgreSQL.
struct PostgresIdempotencyStore: IdempotencyStore {
    let transaction: PostgresTransaction

    /// The lock first, in a statement of its own: whoever has it sees what the one before has kept.
    func claim(_ key: IdempotencyKey, of account: AccountID?, at now: Instant) async throws(Failure) -> KeptAnswer? {
        let lock = PostgresValue.int64(AdvisoryLock.idempotencyKey(key, of: account))
        let isHeld = try transaction.firstLater(IdempotencyStatements.hold, [lock]) { row throws(PostgresError) in
            try row.bool()
        }
        let values: [PostgresValue] = [
            .int64(account?.number ?? 0), .text(key.text), .instant(KeptAnswer.expiry(at: now)),
        ]
        let kept = try await transaction.first(IdempotencyStatements.find, values) { row throws(PostgresError) in
            KeptAnswer(fingerprint: try row.string(), answer: try row.string())
        }
        guard try await isHeld() == true else { throw .retried(.stillRunning) }
        return kept
    }

    func tidy(at now: Instant) async throws(Failure) {
        try transaction.changeLater(IdempotencyStatements.tidy, [.instant(KeptAnswer.expiry(at: now))])
    }

    func keep(
        _ answer: KeptAnswer, under key: IdempotencyKey, of account: AccountID?, at now: Instant
    ) async throws(Failure) {
        let values: [PostgresValue] = [
            .int64(account?.number ?? 0), .text(key.text), .text(answer.fingerprint), .text(answer.answer),
            .instant(now),
        ]
        try transaction.changeLater(IdempotencyStatements.keep, values)
    }
}

/// The statements on kept answers.
enum IdempotencyStatements {
    static let hold: PostgresStatement = "SELECT pg_try_advisory_xact_lock($1)"

    static let find: PostgresStatement = """
        SELECT fingerprint, answer
        FROM idempotency_keys
        WHERE account_id = $1 AND key = $2 AND kept_at > $3
        """

    static let keep: PostgresStatement = """
        INSERT INTO idempotency_keys (account_id, key, fingerprint, answer, kept_at)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT ON CONSTRAINT idempotency_keys_pkey DO UPDATE
        SET fingerprint = excluded.fingerprint, answer = excluded.answer, kept_at = excluded.kept_at
        """

    /// Those that another transaction is about to delete are left to it.
    static let tidy: PostgresStatement = """
        DELETE FROM idempotency_keys
        WHERE (account_id, key) IN (
            SELECT account_id, key FROM idempotency_keys
            WHERE kept_at <= $1 ORDER BY kept_at LIMIT 100 FOR UPDATE SKIP LOCKED)
        """
}
