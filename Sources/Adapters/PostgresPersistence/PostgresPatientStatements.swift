import PostgresClient

/// The statements on patients whose text is always the same.
enum PatientStatements {
    static let ofRows = RowStatements()

    static let insert = PostgresStatement(
        sql: """
            INSERT INTO patients (\(PatientRows.written), created_by, created_at, updated_at)
            VALUES (\(placeholders(1...19)), $20, $20)
            RETURNING id
            """)

    static let update = PostgresStatement(
        sql: """
            UPDATE patients
            SET (\(PatientRows.written), updated_at) = (\(placeholders(1...19)))
            WHERE id = $20 AND deleted_at IS NULL
            """)

    static let isEmailClaimed: PostgresStatement = """
        SELECT EXISTS (
            SELECT FROM patients
            WHERE email = $1 AND email <> '' AND claims_email AND deleted_at IS NULL
            AND id IS DISTINCT FROM $2::bigint)
        """

    /// The numbers of at most $2 patients, or NULL.
    static let withWords: PostgresStatement = "SELECT patients_with_words($1, $2)"

    static let lock: PostgresStatement = """
        SELECT FROM patients
        WHERE id = $1
        FOR UPDATE
        """

    static let delete: PostgresStatement = """
        WITH assignments_gone AS (
            UPDATE assignments
            SET deleted_at = $2
            WHERE patient_id = $1 AND deleted_at IS NULL
        ), appointments_gone AS (
            UPDATE appointments
            SET deleted_at = $2
            WHERE patient_id = $1 AND deleted_at IS NULL
        )
        UPDATE patients
        SET deleted_at = $2
        WHERE id = $1 AND deleted_at IS NULL
        """
}
