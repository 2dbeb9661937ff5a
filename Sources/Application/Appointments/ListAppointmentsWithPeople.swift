public import Domain

/// Lists the appointments that a caller may see together with their doctors and patients.
public struct ListAppointmentsWithPeople: Sendable {
    let list: ListAppointments

    /// Appointments whose doctor was deleted meanwhile are left out.
    ///
    /// - Throws: as `ListAppointments`.
    public func callAsFunction(
        _ query: AppointmentQuery, check: FieldCheck = FieldCheck(), for caller: Caller
    ) async throws(Failure) -> ListPage<AgendaEntry, AppointmentSortKey> {
        let page = try await list(query, check: check, for: caller)
        let scope = list.policy.scope(of: caller, for: .readPatients)
        return ListPage(try await list.storage.reads.entries(of: page.rows, seeing: scope), on: page)
    }
}
