import PostgresClient

/// The statements on appointments whose text is always the same.
enum AppointmentStatements {
    static let ofRows = RowStatements()

    /// Inserts nothing when the doctor or the patient is not there. Both rows are locked against being deleted
    /// meanwhile; a plain foreign key would be content with a row that is marked as deleted.
    static let insert: PostgresStatement = """
        INSERT INTO appointments (
            doctor_id, patient_id, starts_at, ends_at, reason, notes, status, created_by, created_at, updated_at)
        SELECT
            d.id, p.id, $3::timestamptz, $4::timestamptz, $5::text, $6::text, $7::text, $8::bigint,
            $9::timestamptz, $9::timestamptz
        FROM doctors AS d, patients AS p
        WHERE d.id = $1 AND d.deleted_at IS NULL
        AND p.id = $2 AND p.deleted_at IS NULL
        FOR KEY SHARE
        RETURNING id
        """

    /// Looks at doctor and patient, and locks them, only when they change.
    static let update: PostgresStatement = """
        UPDATE appointments AS t
        SET (doctor_id, patient_id, starts_at, ends_at, reason, notes, status, updated_at)
            = ($1, $2, $3, $4, $5, $6, $7, $8)
        WHERE t.id = $9 AND t.deleted_at IS NULL
        AND (t.doctor_id = $1
            OR EXISTS (SELECT FROM doctors WHERE id = $1 AND deleted_at IS NULL FOR KEY SHARE))
        AND (t.patient_id = $2
            OR EXISTS (SELECT FROM patients WHERE id = $2 AND deleted_at IS NULL FOR KEY SHARE))
        """

    static let delete: PostgresStatement = """
        UPDATE appointments
        SET deleted_at = $2
        WHERE id = $1 AND deleted_at IS NULL
        """
}
