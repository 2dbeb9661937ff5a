import Application
import Domain
import GRDB

/// Answers that are kept for repeated requests, in SQLite.
///
/// There is one transaction at a time, so a key is never held by another one.
struct SQLiteIdempotencyStore: IdempotencyStore {
    let transaction: SQLiteTransaction

    func claim(_ key: IdempotencyKey, of account: AccountID?, at now: Instant) async throws(Failure) -> KeptAnswer? {
        try await transaction.run { db in
            let values: SQLiteValues = [account?.number ?? 0, key.text, KeptAnswer.expiry(at: now).microseconds]
            return try db.first(SQLiteIdempotencyStore.lookup, values) { row in
                KeptAnswer(fingerprint: try row.string(), answer: try row.string())
            }
        }
    }

    func tidy(at now: Instant) async throws(Failure) {
        try await transaction.run { db in
            _ = try db.write(SQLiteIdempotencyStore.tidying, [KeptAnswer.expiry(at: now).microseconds])
        }
    }

    func keep(
        _ answer: KeptAnswer, under key: IdempotencyKey, of account: AccountID?, at now: Instant
    ) async throws(Failure) {
        try await transaction.run { db in
            let values: SQLiteValues = [
                account?.number ?? 0, key.text, answer.fingerprint, answer.answer, now.microseconds,
            ]
            try db.write(SQLiteIdempotencyStore.insertion, values)
        }
    }
}

extension SQLiteIdempotencyStore {
    private static let lookup =
        "SELECT fingerprint, answer FROM idempotency_keys WHERE account_id = ? AND key = ? AND kept_at > ?"

    private static let insertion = """
        INSERT INTO idempotency_keys (account_id, key, fingerprint, answer, kept_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (account_id, key) DO UPDATE
        SET fingerprint = excluded.fingerprint, answer = excluded.answer, kept_at = excluded.kept_at
        """

    private static let tidying = """
        DELETE FROM idempotency_keys
        WHERE (account_id, key) IN (SELECT account_id, key FROM idempotency_keys WHERE kept_at <= ? ORDER BY kept_at LIMIT 100)
        """
}
