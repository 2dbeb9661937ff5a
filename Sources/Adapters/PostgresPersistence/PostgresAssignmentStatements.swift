import PostgresClient

/// The statements on mappings whose text is always the same.
enum AssignmentStatements {
    static let ofRows = RowStatements()

    /// Inserts nothing when the patient or the doctor is not there. Both rows are locked against being deleted
    /// meanwhile; a plain foreign key would be content with a row that is marked as deleted.
    static let insert: PostgresStatement = """
        INSERT INTO assignments (patient_id, doctor_id, status, notes, reason, assigned_by, assigned_at, updated_at)
        SELECT p.id, d.id, $3::text, $4::text, $5::text, $6::bigint, $7::timestamptz, $7::timestamptz
        FROM patients AS p, doctors AS d
        WHERE p.id = $1 AND p.deleted_at IS NULL
        AND d.id = $2 AND d.deleted_at IS NULL
        FOR KEY SHARE
        RETURNING id
        """

    /// Looks at patient and doctor, and locks them, only when they change.
    static let update: PostgresStatement = """
        UPDATE assignments AS t
        SET (patient_id, doctor_id, status, notes, reason, updated_at) = ($1, $2, $3, $4, $5, $6)
        WHERE t.id = $7 AND t.deleted_at IS NULL
        AND (t.patient_id = $1
            OR EXISTS (SELECT FROM patients WHERE id = $1 AND deleted_at IS NULL FOR KEY SHARE))
        AND (t.doctor_id = $2
            OR EXISTS (SELECT FROM doctors WHERE id = $2 AND deleted_at IS NULL FOR KEY SHARE))
        """

    static let delete: PostgresStatement = """
        UPDATE assignments
        SET deleted_at = $2
        WHERE id = $1 AND deleted_at IS NULL
        """
}
