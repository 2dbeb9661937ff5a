public import Domain

/// Tells whether an agenda has changed, for those who look at one again and again. Shows nobody, and notes nothing.
public struct FindAgendaVersion: Sendable {
    let storage: any Storage
    let policy: Policy

    /// - Returns: the version of what `ListAgenda` shows the caller at this moment.
    public func callAsFunction(_ query: AgendaQuery, for caller: Caller) async throws(Failure) -> AgendaVersion {
        try await storage.reads.appointments.agendaVersion(
            query, in: policy.scope(of: caller, for: .readAppointments))
    }
}
