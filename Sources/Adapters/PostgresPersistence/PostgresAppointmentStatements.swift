import PostgresClient

/// The statements on appointments whose text is always the same.
enum AppointmentStatements {
    static let ofRows = RowStatements()

    /// A trigger sees to it that doctor and patient are there, and locks both rows against being deleted meanwhile.
    /// With $10 under a number that was set aside.
    static let insert = PostgresStatement(
        shared: """
            \(insertion)
            VALUES (coalesce($10, nextval('appointments_id_seq')), $1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
            RETURNING id
            """,
        together: """
            \(insertion)
            SELECT coalesce(id, nextval('appointments_id_seq')), doctor, patient, starts, ends, reason, notes, status, account,
                at, at
            FROM unnest(
                $1::bigint[], $2::bigint[], $3::timestamptz[], $4::timestamptz[], $5::text[], $6::text[], $7::text[],
                $8::bigint[], $9::timestamptz[], $10::bigint[]
            ) AS new (doctor, patient, starts, ends, reason, notes, status, account, at, id)
            """)

    private static let insertion = """
        INSERT INTO appointments (
            id, doctor_id, patient_id, starts_at, ends_at, reason, notes, status, created_by, created_at, updated_at)
        OVERRIDING SYSTEM VALUE
        """

    /// The trigger looks at doctor and patient only when they change.
    static let update: PostgresStatement = """
        UPDATE appointments
        SET doctor_id = $1, patient_id = $2, starts_at = $3, ends_at = $4, reason = $5, notes = $6, status = $7,
            updated_at = $8
        WHERE id = $9 AND deleted_at IS NULL
        """

    static let delete: PostgresStatement = """
        UPDATE appointments
        SET deleted_at = $2
        WHERE id = $1 AND deleted_at IS NULL
        """
}
