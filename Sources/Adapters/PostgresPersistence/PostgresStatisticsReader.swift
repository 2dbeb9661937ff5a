import Application
import Domain
import PostgresClient

/// Counts records in PostgreSQL: each kind by one range of an index.
struct PostgresStatisticsReader: StatisticsReader {
    let runner: any StatementRunner

    func appointments(on days: LocalDays) async throws(Failure) -> [[AppointmentStatus: Int]] {
        try await counts(StatisticsStatements.appointments, days.values, days)
    }

    func newPatients(on days: LocalDays) async throws(Failure) -> [Int] {
        let rows = try await runner.all(StatisticsStatements.newPatients, days.values, seeing: .everything) {
            row throws(PostgresError) in
            (day: try row.int() - 1, count: try row.int())
        }
        return rows.reduce(into: Array(repeating: 0, count: days.count)) { $0[$1.day] = $1.count }
    }

    func events(_ actions: Set<AuditAction>, on days: LocalDays) async throws(Failure) -> [[AuditAction: Int]] {
        let values = days.values + [.texts(actions.map(\.rawValue))]
        return try await counts(StatisticsStatements.events, values, days)
    }

    func loads(on days: LocalDays) async throws(Failure) -> [DoctorID: Load] {
        let values: [PostgresValue] = [.instant(days.from), .instant(days.to)]
        let loads: [(DoctorID, Load)] = try await runner.all(StatisticsStatements.loads, values, seeing: .everything) {
            row throws(PostgresError) in
            (try row.id(), Load(appointments: try row.int(), minutes: try row.int()))
        }
        return Dictionary(uniqueKeysWithValues: loads)
    }

    func sessions(at now: Instant) async throws(Failure) -> SessionCount {
        try await runner.all(StatisticsStatements.sessions, [.instant(now)]) { row throws(PostgresError) in
            SessionCount(sessions: try row.int(), accounts: try row.int())
        }.first ?? SessionCount(sessions: 0, accounts: 0)
    }

    /// For each day how many records there are under each code.
    private func counts<Code: RawRepresentable<String> & Hashable>(
        _ statement: PostgresStatement, _ values: [PostgresValue], _ days: LocalDays
    ) async throws(Failure) -> [[Code: Int]] {
        let rows: [(day: Int, code: Code, count: Int)] = try await runner.all(statement, values, seeing: .everything) {
            row throws(PostgresError) in
            (day: try row.int() - 1, code: try row.code(), count: try row.int())
        }
        var counts = Array(repeating: [Code: Int](), count: days.count)
        for row in rows { counts[row.day][row.code] = row.count }
        return counts
    }
}

extension LocalDays {
    /// From, to, and all boundaries in microseconds.
    fileprivate var values: [PostgresValue] { [.instant(from), .instant(to), .int64s(boundaries.map(\.microseconds))] }
}

/// The statements of statistics. Planned anew each time, since how much they read is for the range to say.
enum StatisticsStatements {
    static let appointments = PostgresStatement(
        planned: """
            SELECT \(day("t.starts_at")), t.status, count(*)
            FROM appointments AS t
            WHERE t.starts_at >= $1 AND t.starts_at < $2 AND t.deleted_at IS NULL
            GROUP BY 1, 2
            """)

    static let newPatients = PostgresStatement(
        planned: """
            SELECT \(day("t.created_at")), count(*)
            FROM patients AS t
            WHERE t.created_at >= $1 AND t.created_at < $2 AND t.deleted_at IS NULL
            GROUP BY 1
            """)

    static let events = PostgresStatement(
        planned: """
            SELECT \(day("t.at")), t.action, count(*)
            FROM audit_events AS t
            WHERE t.action = ANY ($4::text[]) AND t.at >= $1 AND t.at < $2
            GROUP BY 1, 2
            """)

    static let loads = PostgresStatement(
        planned: """
            SELECT t.doctor_id, count(*), (extract(epoch FROM sum(t.ends_at - t.starts_at)) / 60)::bigint
            FROM appointments AS t
            WHERE t.starts_at >= $1 AND t.starts_at < $2 AND t.deleted_at IS NULL
            AND t.status IN ('SCHEDULED', 'CHECKED_IN', 'COMPLETED')
            GROUP BY t.doctor_id
            """)

    static let sessions: PostgresStatement = """
        SELECT count(*), count(DISTINCT s.account_id)
        FROM sessions AS s
        WHERE s.expires_at > $1 AND s.ended_at IS NULL
        """

    /// The number of the day, 1 for the first, by the boundaries in $3.
    private static func day(_ column: String) -> String {
        """
        width_bucket(\(column), (
                SELECT array_agg(TIMESTAMPTZ 'epoch' + b.at * INTERVAL '1 microsecond' ORDER BY b.at)
                FROM unnest($3::bigint[]) AS b (at)))::bigint
        """
    }
}
