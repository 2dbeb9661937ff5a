public import Domain

/// Lists the appointments of a time that a caller may see, with their people: a day's board, a week's calendar.
public struct ListAgenda: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// At most `Agenda.mostEntries`.
    public func callAsFunction(_ query: AgendaQuery, for caller: Caller) async throws(Failure) -> Agenda {
        let reads = storage.reads
        let found = try await reads.appointments.agenda(
            query, limit: Agenda.mostEntries + 1, in: policy.scope(of: caller, for: .readAppointments))
        let isCut = found.count > Agenda.mostEntries
        let shown = isCut ? Array(found.prefix(Agenda.mostEntries)) : found
        let entries = try await reads.entries(of: shown, seeing: policy.scope(of: caller, for: .readPatients))
        try await storage.noteList(
            .appointmentListed, showing: entries.map(\.appointment.details.patient), by: caller, at: clock.now())
        return Agenda(entries: entries, isCut: isCut, version: isCut ? nil : AgendaVersion(of: found))
    }
}
