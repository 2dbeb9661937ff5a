import PostgresClient

/// The statements on accounts.
enum AccountStatements {
    static let find = PostgresStatement(sql: findText)

    static let findForChange = PostgresStatement(sql: findText + RowLock.forUpdate.rawValue)

    static let findMany = PostgresStatement(
        sql: """
            SELECT \(AccountRows.columns)
            FROM accounts AS t
            WHERE t.id = ANY ($1::bigint[])
            """)

    private static let findText = """
        SELECT \(AccountRows.columns)
        FROM accounts AS t
        WHERE t.id = $1
        """

    /// By the key, which has an index, and then exactly.
    static let credentials = PostgresStatement(
        sql: """
            SELECT \(AccountRows.credentialColumns)
            FROM accounts AS t
            WHERE t.username_key = $1 AND t.username = $2
            """)

    static let credentialsByNumber = PostgresStatement(sql: credentialsByNumberText)

    static let credentialsForChange = PostgresStatement(sql: credentialsByNumberText + RowLock.forUpdate.rawValue)

    private static let credentialsByNumberText = """
        SELECT \(AccountRows.credentialColumns)
        FROM accounts AS t
        WHERE t.id = $1
        """

    static let keepHash: PostgresStatement = """
        UPDATE accounts
        SET password_hash = $2
        WHERE id = $1
        """

    static let keepLanguage: PostgresStatement = """
        UPDATE accounts
        SET language = $2
        WHERE id = $1
        """

    static let taken: PostgresStatement = """
        SELECT
            EXISTS (SELECT FROM accounts WHERE username_key = $1 AND id IS DISTINCT FROM $3::bigint),
            EXISTS (SELECT FROM accounts WHERE email_key = $2 AND id IS DISTINCT FROM $3::bigint)
        """

    static let insert = PostgresStatement(
        sql: """
            INSERT INTO accounts (
                \(AccountRows.written), created_at, updated_at, username, username_key, password_hash)
            VALUES (\(placeholders(1...13)), $14, $14, $15, $16, $17)
            RETURNING id
            """)

    static let update = PostgresStatement(
        sql: """
            UPDATE accounts
            SET (\(AccountRows.written), updated_at) = (\(placeholders(1...14)))
            WHERE id = $15
            """)

    static let linked: PostgresStatement = """
        SELECT
            EXISTS (SELECT FROM accounts WHERE doctor_id = $1 AND id IS DISTINCT FROM $3::bigint),
            EXISTS (SELECT FROM accounts WHERE patient_id = $2 AND id IS DISTINCT FROM $3::bigint)
        """

    static let lockAdministrators: PostgresStatement = "SELECT pg_advisory_xact_lock($1)"

    static let countOtherAdministrators: PostgresStatement = """
        SELECT count(*)
        FROM accounts
        WHERE role = 'admin' AND is_active AND id <> $1
        """
}
