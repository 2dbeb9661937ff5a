import Application
import Domain

extension SQLiteAppointmentStore {
    func agenda(_ query: AgendaQuery, limit: Int, in scope: Scope) async throws(Failure) -> [Appointment] {
        try await access.runLong { db in
            try SQLiteAppointmentStore.agenda(query, in: scope).appointments(limit: limit, in: db)
        }
    }

    func agendaVersion(_ query: AgendaQuery, in scope: Scope) async throws(Failure) -> AgendaVersion {
        try await access.runLong { db in try SQLiteAppointmentStore.agenda(query, in: scope).version(in: db) }
    }

    func agendaStarts(_ query: AgendaQuery, in scope: Scope) async throws(Failure) -> [AgendaStart] {
        try await access.runLong { db in try SQLiteAppointmentStore.agenda(query, in: scope).starts(in: db) }
    }

    private static func agenda(_ query: AgendaQuery, in scope: Scope) -> SQLiteAgenda {
        switch scope {
        case .nothing: SQLiteAgenda(query, ways: [])
        case .everything: SQLiteAgenda(query, ways: nil)
        case .related(let relations, let caller):
            SQLiteAgenda(
                query,
                ways: Relation.allCases.filter(relations.contains).flatMap { narrowing($0, caller)?.ways ?? [] })
        }
    }
}
