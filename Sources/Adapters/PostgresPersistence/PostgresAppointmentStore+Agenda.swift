import Application
import Domain
import PostgresClient

extension PostgresAppointmentStore {
    func agenda(_ query: AgendaQuery, limit: Int, in scope: Scope) async throws(Failure) -> [Appointment] {
        guard let selection = selection(query, in: scope) else { return [] }
        var list = AppointmentQuery()
        list.page.size = limit
        return try await runner.list(selection, list, column: Self.column, AppointmentRows.appointment)
    }

    func agendaVersion(_ query: AgendaQuery, in scope: Scope) async throws(Failure) -> AgendaVersion {
        let nothing = AgendaVersion(count: 0, latest: nil, mark: 0)
        guard let selection = selection(query, in: scope) else { return nothing }
        let (statement, values) = selection.measuring(Self.versionMeasures)
        return try await runner.all(statement, values, seeing: selection.sight) { row throws(PostgresError) in
            AgendaVersion(count: try row.int(), latest: try row.optionalInstant(), mark: Int64(try row.int()))
        }.first ?? nothing
    }

    func agendaStarts(_ query: AgendaQuery, in scope: Scope) async throws(Failure) -> [AgendaStart] {
        guard let selection = selection(query, in: scope) else { return [] }
        let (statement, values) = selection.measuring("t.starts_at, t.status, count(*)", by: "t.starts_at, t.status")
        return try await runner.all(statement, values, seeing: selection.sight) { row throws(PostgresError) in
            AgendaStart(instant: try row.instant(), status: try row.code(), count: try row.int())
        }
    }

    private func selection(_ query: AgendaQuery, in scope: Scope) -> Selection? {
        guard var selection = selection(in: scope) else { return nil }
        selection.require("t.starts_at >= ?", .instant(query.earliestStart.inRangeOfStarts))
        selection.require("t.ends_at > ?", query.includesRunning ? .instant(query.from.inRangeOfStarts) : nil)
        selection.require("t.starts_at < ?", .instant(query.to.inRangeOfStarts))
        selection.require("t.doctor_id = ANY (?::bigint[])", query.doctors.map { .ids($0) })
        return selection
    }

    private static var versionMeasures: String {
        """
        count(*), max(t.updated_at),
            coalesce(sum((extract(epoch FROM t.updated_at) * 1000000)::bigint % \(AgendaVersion.markModulus) + t.id), 0)::bigint
        """
    }
}
