import Application
import Domain
import GRDB

/// Counts records in SQLite: day after day, each through an index.
struct SQLiteStatisticsReader: StatisticsReader {
    let access: any SQLiteAccess

    func appointments(on days: LocalDays) async throws(Failure) -> [[AppointmentStatus: Int]] {
        try await access.runLong { db in try db.counts(SQLiteStatisticsReader.appointmentsOfDays, [days.json], days) }
    }

    func newPatients(on days: LocalDays) async throws(Failure) -> [Int] {
        try await access.runLong { db in
            let counts = try db.all(SQLiteStatisticsReader.patientsOfDays, [days.json]) { row in
                (day: Int(try row.integer()), count: Int(try row.integer()))
            }
            return counts.reduce(into: Array(repeating: 0, count: days.count)) { $0[$1.day] = $1.count }
        }
    }

    func events(_ actions: Set<AuditAction>, on days: LocalDays) async throws(Failure) -> [[AuditAction: Int]] {
        // Codes have nothing that JSON would have to escape.
        let codes = "[" + actions.map { "\"\($0.rawValue)\"" }.joined(separator: ",") + "]"
        return try await access.runLong { db in
            try db.counts(SQLiteStatisticsReader.eventsOfDays, [days.json, codes], days)
        }
    }

    func loads(on days: LocalDays) async throws(Failure) -> [DoctorID: Load] {
        try await access.runLong { db in
            let values: SQLiteValues = [days.from.microseconds, days.to.microseconds]
            let loads: [(DoctorID, Load)] = try db.all(SQLiteStatisticsReader.loads, values) { row in
                (try row.id(), Load(appointments: Int(try row.integer()), minutes: Int(try row.integer())))
            }
            return Dictionary(uniqueKeysWithValues: loads)
        }
    }

    func sessions(at now: Instant) async throws(Failure) -> SessionCount {
        try await access.runLong { db in
            try db.first(SQLiteStatisticsReader.livingSessions, [now.microseconds]) { row in
                SessionCount(sessions: Int(try row.integer()), accounts: Int(try row.integer()))
            } ?? SessionCount(sessions: 0, accounts: 0)
        }
    }
}

extension SQLiteStatisticsReader {
    /// From the days to the records, never the other way round.
    private static let days = """
        WITH days (day, begins, ends) AS (SELECT key, value ->> 0, value ->> 1 FROM json_each(?))

        """

    private static let appointmentsOfDays =
        days + """
            SELECT day, status, count(*) FROM days CROSS JOIN appointments
            WHERE starts_at >= begins AND starts_at < ends AND deleted_at IS NULL
            GROUP BY day, status
            """

    private static let patientsOfDays =
        days + """
            SELECT day, count(*) FROM days CROSS JOIN patients
            WHERE created_at >= begins AND created_at < ends AND deleted_at IS NULL
            GROUP BY day
            """

    private static let eventsOfDays =
        days + """
            SELECT day, action, count(*) FROM days CROSS JOIN json_each(?) AS wanted CROSS JOIN audit_events
            WHERE action = wanted.value AND at >= begins AND at < ends
            GROUP BY day, action
            """

    private static let loads = """
        SELECT doctor_id, count(*), sum(ends_at - starts_at) / 60000000
        FROM appointments
        WHERE starts_at >= ? AND starts_at < ? AND status NOT IN ('CANCELLED', 'NO_SHOW') AND deleted_at IS NULL
        GROUP BY doctor_id
        """

    private static let livingSessions = """
        SELECT count(*), count(DISTINCT account_id)
        FROM sessions
        WHERE expires_at > ? AND ended_at IS NULL
        """
}

extension Database {
    /// For each day how many records there are under each code.
    fileprivate func counts<Code: RawRepresentable<String> & Hashable>(
        _ sql: String, _ values: SQLiteValues, _ days: LocalDays
    ) throws -> [[Code: Int]] {
        var counts = Array(repeating: [Code: Int](), count: days.count)
        let rows = try all(sql, values) { row in
            (day: Int(try row.integer()), code: try row.code() as Code, count: Int(try row.integer()))
        }
        for row in rows { counts[row.day][row.code] = row.count }
        return counts
    }
}

extension LocalDays {
    /// The beginning and the end of each day.
    fileprivate var json: String {
        let days = zip(boundaries, boundaries.dropFirst()).map { "[\($0.microseconds),\($1.microseconds)]" }
        return "[" + days.joined(separator: ",") + "]"
    }
}
