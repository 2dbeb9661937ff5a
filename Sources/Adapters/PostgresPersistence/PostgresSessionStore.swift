import Application
import Domain
import PostgresClient

/// Sessions in PostgreSQL.
struct PostgresSessionStore<Runner: StatementRunner> {
    let runner: Runner
}

extension PostgresSessionStore: SessionReader {
    func caller(of session: SessionID, account: AccountID, at now: Instant) async throws(Failure) -> Caller? {
        let values: [PostgresValue] = [.text(session.text), .id(account), .instant(now)]
        return try await runner.first(SessionStatements.caller, values) { row throws(PostgresError) in
            Caller(
                account: account, role: try row.code(), session: session, doctor: try row.optionalID(),
                patient: try row.optionalID())
        }
    }
}

extension PostgresSessionStore: SessionStore where Runner == PostgresTransaction {
    func insert(_ session: Session) async throws(Failure) {
        let values: [PostgresValue] = [
            .text(session.id.text), .id(session.account), .instant(session.startedAt), .instant(session.expiresAt),
        ]
        try await runner.change(SessionStatements.tidy, [.instant(session.startedAt)])
        try await runner.change(SessionStatements.signIn, [.id(session.account), .instant(session.startedAt)])
        try await runner.change(SessionStatements.insert, values)
    }

    func findForChange(_ id: SessionID, account: AccountID, at now: Instant) async throws(Failure) -> Session? {
        let values: [PostgresValue] = [.text(id.text), .id(account), .instant(now)]
        return try await runner.first(SessionStatements.findForChange, values) { row throws(PostgresError) in
            Session(
                id: id, account: account, startedAt: try row.instant(), expiresAt: try row.instant(),
                generation: try row.int(), advancedAt: try row.optionalInstant())
        }
    }

    func update(_ session: Session) async throws(Failure) {
        let values: [PostgresValue] = [
            .text(session.id.text), .instant(session.expiresAt), .int64(Int64(session.generation)),
            session.advancedAt.map { .instant($0) } ?? .null,
        ]
        try await runner.change(SessionStatements.update, values)
    }

    func end(_ id: SessionID, at now: Instant) async throws(Failure) {
        try await runner.change(SessionStatements.end, [.text(id.text), .instant(now)])
    }

    func endAll(of account: AccountID, except kept: SessionID?, at now: Instant) async throws(Failure) {
        let values: [PostgresValue] = [.id(account), PostgresValue(kept?.text), .instant(now)]
        try await runner.change(SessionStatements.endAll, values)
    }
}

/// The statements on sessions.
enum SessionStatements {
    static let caller: PostgresStatement = """
        SELECT a.role, a.doctor_id, a.patient_id
        FROM sessions AS s
        JOIN accounts AS a ON a.id = s.account_id
        WHERE s.id = $1 AND s.account_id = $2 AND s.ended_at IS NULL AND s.expires_at > $3 AND a.is_active
        """

    static let insert: PostgresStatement = """
        INSERT INTO sessions (id, account_id, started_at, expires_at)
        VALUES ($1, $2, $3, $4)
        """

    static let signIn: PostgresStatement = """
        UPDATE accounts
        SET last_sign_in_at = $2
        WHERE id = $1
        """

    /// Those that another sign-in is about to delete are left to it.
    static let tidy: PostgresStatement = """
        DELETE FROM sessions
        WHERE id IN (
            SELECT id FROM sessions WHERE expires_at <= $1 ORDER BY expires_at LIMIT 100 FOR UPDATE SKIP LOCKED)
        """

    static let findForChange: PostgresStatement = """
        SELECT s.started_at, s.expires_at, s.generation, s.advanced_at
        FROM sessions AS s
        JOIN accounts AS a ON a.id = s.account_id
        WHERE s.id = $1 AND s.account_id = $2 AND s.ended_at IS NULL AND s.expires_at > $3 AND a.is_active
        FOR UPDATE OF s
        """

    static let update: PostgresStatement = """
        UPDATE sessions
        SET expires_at = $2, generation = $3, advanced_at = $4
        WHERE id = $1 AND ended_at IS NULL
        """

    static let end: PostgresStatement = """
        UPDATE sessions
        SET ended_at = $2
        WHERE id = $1 AND ended_at IS NULL
        """

    static let endAll: PostgresStatement = """
        UPDATE sessions
        SET ended_at = $3
        WHERE account_id = $1 AND ended_at IS NULL AND id IS DISTINCT FROM $2::text
        """
}
