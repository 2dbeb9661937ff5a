import Application
import Domain
import GRDB

/// Tallies of failed attempts in SQLite.
struct SQLiteThrottleStore: ThrottleStore {
    let access: any SQLiteAccess

    func tallies(of keys: [ThrottleKey], at now: Instant) async throws(Failure) -> [ThrottleKey: FailureTally] {
        try await access.run { db in
            let list = "[" + keys.map { "\"\($0.text)\"" }.joined(separator: ",") + "]"
            let found = try db.all(SQLiteThrottleStore.lookup, [list, now.microseconds]) { row in
                (ThrottleKey(try row.string()), FailureTally(try row.instants()))
            }
            return Dictionary(found) { first, _ in first }
        }
    }

    /// There is one transaction at a time, so whatever is found is held.
    func talliesForChange(
        of keys: [ThrottleKey], at now: Instant
    ) async throws(Failure) -> [ThrottleKey: FailureTally] {
        try await tallies(of: keys, at: now)
    }

    func keep(_ tally: FailureTally, under key: ThrottleKey, until expiry: Instant) async throws(Failure) {
        try await access.run { db in
            let times = tally.times.map { String($0.microseconds) }.joined(separator: ",")
            _ = try db.write(SQLiteThrottleStore.insertion, [key.text, times, expiry.microseconds])
        }
    }

    func forget(_ key: ThrottleKey) async throws(Failure) {
        try await access.run { db in
            _ = try db.write("DELETE FROM sign_in_tallies WHERE key = ?", [key.text])
        }
    }

    func tidy(at now: Instant) async throws(Failure) {
        try await access.run { db in
            _ = try db.write(SQLiteThrottleStore.tidying, [now.microseconds])
        }
    }

}

extension SQLiteRowReader {
    /// Numbers with commas between them.
    fileprivate mutating func instants() throws -> [Instant] {
        try string().split(separator: ",").map { number in
            guard let instant = Int64(number).flatMap({ Instant(stored: $0) }) else { throw unreadable() }
            return instant
        }
    }
}

extension SQLiteThrottleStore {
    /// Keys are base64url, so they stand in JSON as they are.
    private static let lookup = """
        SELECT key, times FROM sign_in_tallies WHERE key IN (SELECT value FROM json_each(?)) AND expires_at > ?
        """

    private static let insertion = """
        INSERT INTO sign_in_tallies (key, times, expires_at) VALUES (?, ?, ?)
        ON CONFLICT (key) DO UPDATE SET times = excluded.times, expires_at = excluded.expires_at
        """

    private static let tidying = """
        DELETE FROM sign_in_tallies
        WHERE key IN (SELECT key FROM sign_in_tallies WHERE expires_at <= ? ORDER BY expires_at LIMIT 100)
        """
}
