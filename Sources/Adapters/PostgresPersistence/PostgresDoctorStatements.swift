import PostgresClient

/// The statements on doctors whose text is always the same.
enum DoctorStatements {
    static let find = PostgresStatement(
        byKey: findText,
        gathered: """
            SELECT \(DoctorRows.columns), asked.place
            FROM unnest($1::bigint[]) WITH ORDINALITY AS asked (id, place)
            JOIN doctors AS t ON t.id = asked.id
            WHERE t.deleted_at IS NULL
            """)

    static let findForChange = PostgresStatement(sql: findText + RowLock.forUpdate.rawValue)

    static let findMany = PostgresStatement(
        sql: """
            SELECT \(DoctorRows.columns)
            FROM doctors AS t
            WHERE t.deleted_at IS NULL
            AND t.id = ANY ($1::bigint[])
            """)

    private static let findText = """
        SELECT \(DoctorRows.columns)
        FROM doctors AS t
        WHERE t.deleted_at IS NULL
        AND t.id = $1
        """

    static let taken: PostgresStatement = """
        SELECT
            EXISTS (
                SELECT FROM doctors
                WHERE license_number = $1 AND license_number <> '' AND deleted_at IS NULL
                AND id IS DISTINCT FROM $3::bigint),
            EXISTS (
                SELECT FROM doctors
                WHERE email = $2 AND deleted_at IS NULL AND id IS DISTINCT FROM $3::bigint)
        """

    static let insert = PostgresStatement(
        sql: """
            INSERT INTO doctors (\(DoctorRows.written), created_at, updated_at)
            VALUES (\(placeholders(1...17)), $18, $18)
            RETURNING id
            """)

    static let update = PostgresStatement(
        sql: """
            UPDATE doctors
            SET (\(DoctorRows.written), updated_at) = (\(placeholders(1...18)))
            WHERE id = $19 AND deleted_at IS NULL
            """)

    static let lock: PostgresStatement = """
        SELECT FROM doctors
        WHERE id = $1
        FOR UPDATE
        """

    static let delete: PostgresStatement = """
        WITH assignments_gone AS (
            UPDATE assignments
            SET deleted_at = $2
            WHERE doctor_id = $1 AND deleted_at IS NULL
            RETURNING patient_id
        ), appointments_gone AS (
            UPDATE appointments
            SET deleted_at = $2
            WHERE doctor_id = $1 AND deleted_at IS NULL
            RETURNING patient_id
        ), doctor_gone AS (
            UPDATE doctors
            SET deleted_at = $2
            WHERE id = $1 AND deleted_at IS NULL
        )
        SELECT patient_id FROM assignments_gone
        UNION
        SELECT patient_id FROM appointments_gone
        """
}
