import Application
import Domain
import GRDB

/// Reads the appointments of a time: through the index by start, or by doctor and start; for whoever sees only what they are
/// related to, through one index for each way of being related.
struct SQLiteAgenda {
    private let page: SQLiteConditions

    /// - Parameter ways: the conditions of which an appointment fulfils at least one, each with an index that is ordered by
    ///   start; `nil` for who sees everything.
    init(_ query: AgendaQuery, ways: [SQLiteCondition]?) {
        let range = SQLiteAgenda.range(query)
        let doctors = query.doctors?.jsonArray()
        guard let ways else {
            page = SQLiteConditions(range)
                .adding(doctors.map { SQLiteCondition("doctor_id IN (SELECT value FROM json_each(?))", $0) })
            return
        }
        // With a plus, so that the way leads to the index.
        let atHand = doctors.map { SQLiteCondition("+doctor_id IN (SELECT value FROM json_each(?))", $0) }
        let branches = ways.map { SQLiteConditions($0).adding(range).adding(atHand) }
        guard branches.count != 1 else {
            page = branches[0]
            return
        }
        let found = branches.map { "SELECT id FROM appointments WHERE \($0.sql)" }.joined(separator: " UNION ALL ")
        page = SQLiteConditions(
            branches.isEmpty
                ? SQLiteCondition("FALSE")
                : SQLiteCondition(sql: "id IN (\(found))", values: branches.flatMap(\.values)))
    }

    private static func range(_ query: AgendaQuery) -> SQLiteCondition {
        let (from, to) = (query.from.microseconds, query.to.microseconds)
        guard query.includesRunning else {
            return SQLiteCondition("starts_at >= ? AND starts_at < ? AND deleted_at IS NULL", from, to)
        }
        return SQLiteCondition(
            "starts_at >= ? AND starts_at < ? AND ends_at > ? AND deleted_at IS NULL", query.earliestStart.microseconds,
            to, from)
    }

    func appointments(limit: Int, in db: Database) throws -> [Appointment] {
        let sql = """
            SELECT \(SQLiteAppointmentRow.columns) FROM appointments WHERE \(page.sql)
            ORDER BY starts_at, id LIMIT ?
            """
        return try db.all(sql, page.values + [limit], SQLiteAppointmentRow.appointment)
    }

    func starts(in db: Database) throws -> [AgendaStart] {
        let sql = "SELECT starts_at, status, count(*) FROM appointments WHERE \(page.sql) GROUP BY starts_at, status"
        return try db.all(sql, page.values) { row in
            AgendaStart(instant: try row.instant(), status: try row.code(), count: Int(try row.integer()))
        }
    }

    func version(in db: Database) throws -> AgendaVersion {
        let sql = """
            SELECT count(*), max(updated_at), coalesce(sum(updated_at % \(AgendaVersion.markModulus) + id), 0)
            FROM appointments WHERE \(page.sql)
            """
        let version = try db.first(sql, page.values) { row in
            AgendaVersion(
                count: Int(try row.integer()),
                latest: try row.optionalInstant(), mark: try row.integer())
        }
        return version ?? AgendaVersion(count: 0, latest: nil, mark: 0)
    }
}
