import Domain
import PostgresClient

/// The statements on sessions.
enum SessionStatements {
    /// What is read of a session, in the order of `session`.
    private static let columns = """
        s.started_at, s.device, s.address, coalesce(s.last_used_at, s.started_at), s.expires_at, s.generation,
        s.advanced_at
        """

    static func session(
        _ id: SessionID, _ account: AccountID, _ row: inout ColumnCursor
    ) throws(PostgresError) -> Session {
        Session(
            id: id, account: account, startedAt: try row.instant(), device: try row.string(),
            address: try row.optionalString().flatMap { ClientAddress($0) }, lastUsedAt: try row.instant(),
            expiresAt: try row.instant(), generation: try row.int(), advancedAt: try row.optionalInstant())
    }

    /// Whoever has the session; whether it is theirs, and has not expired, is asked of the row, so that the sessions of all
    /// who ask at the same time are looked up together.
    static let caller = PostgresStatement(
        byKey: """
            SELECT \(callerColumns)
            FROM sessions AS s
            JOIN accounts AS a ON a.id = s.account_id
            WHERE s.id = $1 AND s.ended_at IS NULL AND a.is_active
            """,
        gathered: """
            SELECT \(callerColumns), asked.place
            FROM unnest($1::text[]) WITH ORDINALITY AS asked (id, place)
            JOIN sessions AS s ON s.id = asked.id COLLATE "C"
            JOIN accounts AS a ON a.id = s.account_id
            WHERE s.ended_at IS NULL AND a.is_active
            """)

    private static let callerColumns = """
        s.account_id, s.expires_at, a.role, a.doctor_id, a.patient_id, a.must_change_password,
        a.otp_confirmed_at IS NOT NULL, coalesce(s.last_used_at, s.started_at)
        """

    static let insert: PostgresStatement = """
        INSERT INTO sessions (id, account_id, started_at, expires_at, device, address, last_used_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
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

    static let list = PostgresStatement(
        sql: """
            SELECT s.id, \(columns)
            FROM sessions AS s
            WHERE s.account_id = $1 AND s.ended_at IS NULL AND s.expires_at > $2
            ORDER BY coalesce(s.last_used_at, s.started_at) DESC, s.id
            LIMIT $3
            """)

    static let find = PostgresStatement(sql: findText)

    static let findForChange = PostgresStatement(sql: findText + "\nFOR UPDATE OF s")

    private static let findText = """
        SELECT \(columns)
        FROM sessions AS s
        JOIN accounts AS a ON a.id = s.account_id
        WHERE s.id = $1 AND s.account_id = $2 AND s.ended_at IS NULL AND s.expires_at > $3 AND a.is_active
        """

    static let noteUse: PostgresStatement = """
        UPDATE sessions
        SET last_used_at = $2
        WHERE id = $1 AND ended_at IS NULL AND coalesce(last_used_at, started_at) < $2
        """

    static let update: PostgresStatement = """
        UPDATE sessions
        SET expires_at = $2, generation = $3, advanced_at = $4, last_used_at = $5
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
