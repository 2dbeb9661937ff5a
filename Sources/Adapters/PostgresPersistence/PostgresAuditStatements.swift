import PostgresClient

/// The statements on the audit trail.
enum AuditStatements {
    /// A time that no writer writes reads as 1970.
    static let at = "CASE WHEN \(isOfSomeYear) THEN t.at ELSE 'epoch' END"

    /// In the order of `PostgresAuditRows.entry`.
    static let entryColumns = """
        \(at), t.action, t.outcome, t.account_id, t.role, t.session, \
        t.address, t.request, t.record_kind, t.record_id, t.patients::text, t.changed
        """

    /// The years are 1 to 9999.
    private static let isOfSomeYear = "t.at BETWEEN '0001-01-01 00:00:00+00' AND '9999-12-31 23:59:59.999999+00'"

    /// What is so for the number of every event that a writer wrote.
    static let isNumbered = "t.id BETWEEN 1 AND 9007199254740992"

    /// The patient whose record an event is about, in an array, as its index has it; NULL for other records.
    static let patientsRecord = "(CASE WHEN t.record_kind = 'patient' THEN ARRAY[t.record_id] END)"

    /// What is so for what the index by record has.
    static let isNoPatientsRecord = "t.record_kind <> 'patient'"

    static let findMany = PostgresStatement(
        sql: """
            SELECT t.id, \(entryColumns)
            FROM audit_events AS t
            WHERE t.id = ANY ($1::bigint[]) AND \(isNumbered)
            """)

    static let impossible = PostgresStatement(
        sql: """
            SELECT t.id
            FROM audit_events AS t
            WHERE NOT (\(isNumbered) AND \(isOfSomeYear) AND t.chain ~ '^[0-9a-f]{32}$')
            LIMIT 100
            """)

    /// One link, as the events of a change are: a third of what the same costs as arrays of one.
    static let insertOne: PostgresStatement = """
        INSERT INTO audit_events (
            chain, sequence, at, action, outcome, account_id, role, session, address, request, record_kind, record_id,
            patients, changed, code)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        """

    /// Links of one chain, one after the other: the first one's sequence is $2. No account and no record are 0.
    static let insert: PostgresStatement = """
        INSERT INTO audit_events (
            chain, sequence, at, action, outcome, account_id, role, session, address, request, record_kind, record_id,
            patients, changed, code)
        SELECT
            $1, $2::bigint + l.place - 1, TIMESTAMPTZ 'epoch' + l.at * INTERVAL '1 microsecond', l.action, l.outcome,
            NULLIF(l.account_id, 0), l.role, l.session, l.address, l.request, l.record_kind, NULLIF(l.record_id, 0),
            l.patients::bigint[], l.changed, decode(l.code, 'hex')
        FROM unnest(
            $3::bigint[], $4::text[], $5::text[], $6::bigint[], $7::text[], $8::text[], $9::text[], $10::text[],
            $11::text[], $12::bigint[], $13::text[], $14::text[], $15::text[])
            WITH ORDINALITY AS l (
                at, action, outcome, account_id, role, session, address, request, record_kind, record_id, patients,
                changed, code, place)
        ORDER BY l.place
        """

    static let keepHead: PostgresStatement = "INSERT INTO audit_heads (text) VALUES ($1)"

    static let firstLinks = links("")

    static let linksAfter = links("WHERE (t.chain, t.sequence, t.id) > ($2, $3, $4)")

    static let newestLinks = PostgresStatement(
        sql: """
            SELECT t.id, t.chain, t.sequence, t.code, \(entryColumns)
            FROM audit_events AS t
            WHERE \(isNumbered)
            ORDER BY t.id DESC
            LIMIT $1
            """)

    static let linksAt = PostgresStatement(
        sql: """
            SELECT t.id, t.chain, t.sequence, t.code, \(entryColumns)
            FROM unnest($1::text[], $2::bigint[]) AS place (chain, sequence)
            JOIN audit_events AS t ON t.chain = place.chain AND t.sequence = place.sequence
            """)

    static let heads: PostgresStatement = "SELECT id, text FROM audit_heads WHERE id > $1 ORDER BY id LIMIT $2"

    static let lockHeads: PostgresStatement = "SELECT pg_advisory_xact_lock($1)"

    static let newestHead: PostgresStatement = "SELECT id, text FROM audit_heads ORDER BY id DESC LIMIT 1"

    private static func links(_ condition: String) -> PostgresStatement {
        PostgresStatement(
            sql: """
                SELECT t.id, t.chain, t.sequence, t.code, \(entryColumns)
                FROM audit_events AS t
                \(condition)
                ORDER BY t.chain, t.sequence, t.id
                LIMIT $1
                """)
    }
}
