import Application
import Domain
import PostgresClient

/// Tallies of failed attempts in PostgreSQL.
struct PostgresThrottleStore<Runner: StatementRunner> {
    let runner: Runner
}

extension PostgresThrottleStore: ThrottleReader {
    func tallies(of keys: [ThrottleKey], at now: Instant) async throws(Failure) -> [ThrottleKey: FailureTally] {
        let values: [PostgresValue] = [.texts(keys.map(\.text)), .instant(now)]
        do throws(PostgresError) {
            var found: [ThrottleKey: FailureTally] = [:]
            for row in try await runner.rows(ThrottleStatements.find, values, seeing: .nothing) {
                var cursor = ColumnCursor(row)
                let key = ThrottleKey(try cursor.string())
                found[key] = FailureTally(try cursor.instants())
            }
            return found
        } catch {
            throw Failure(postgres: error)
        }
    }
}

extension PostgresThrottleStore: ThrottleStore where Runner == PostgresTransaction {
    /// The locks first, in a statement of their own: whoever has them sees what the one before has kept. They are there
    /// for keys under which nothing is kept, too.
    func talliesForChange(
        of keys: [ThrottleKey], at now: Instant
    ) async throws(Failure) -> [ThrottleKey: FailureTally] {
        let locks = keys.map { AdvisoryLock.tally($0) }.sorted()
        try await runner.change(PostgresRecordLocks.statement, [.int64s(locks)])
        return try await tallies(of: keys, at: now)
    }

    func keep(_ tally: FailureTally, under key: ThrottleKey, until expiry: Instant) async throws(Failure) {
        let values: [PostgresValue] = [
            .text(key.text), .int64s(tally.times.map(\.microseconds)), .instant(expiry),
        ]
        try await runner.change(ThrottleStatements.keep, values)
    }

    func forget(_ key: ThrottleKey) async throws(Failure) {
        try await runner.change(ThrottleStatements.forget, [.text(key.text)])
    }

    func tidy(at now: Instant) async throws(Failure) {
        try await runner.change(ThrottleStatements.tidy, [.instant(now)])
    }
}

/// The statements on tallies.
enum ThrottleStatements {
    static let find: PostgresStatement = """
        SELECT key, times
        FROM sign_in_tallies
        WHERE key = ANY ($1::text[]) AND expires_at > $2
        """

    static let keep: PostgresStatement = """
        INSERT INTO sign_in_tallies (key, times, expires_at)
        VALUES ($1, $2, $3)
        ON CONFLICT ON CONSTRAINT sign_in_tallies_pkey DO UPDATE
        SET times = excluded.times, expires_at = excluded.expires_at
        """

    static let forget: PostgresStatement = "DELETE FROM sign_in_tallies WHERE key = $1"

    /// Those that another transaction is about to delete are left to it.
    static let tidy: PostgresStatement = """
        DELETE FROM sign_in_tallies
        WHERE key IN (
            SELECT key FROM sign_in_tallies
            WHERE expires_at <= $1 ORDER BY expires_at LIMIT 100 FOR UPDATE SKIP LOCKED)
        """
}
