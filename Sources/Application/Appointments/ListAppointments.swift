public import Domain

/// Lists the appointments that a caller may see.
public struct ListAppointments: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Parameter check: what was wrong with the request's parameters so far.
    /// - Throws: `.invalid`, also when the query names somebody who does not exist or may not be seen, or a position in another order.
    public func callAsFunction(
        _ query: AppointmentQuery, check: FieldCheck = FieldCheck(), for caller: Caller
    ) async throws(Failure) -> ListPage<Appointment, AppointmentSortKey> {
        var check = check
        try await check.requireVisible(
            patient: query.patient, doctor: query.doctor, in: storage.reads,
            scope: policy.scope(of: caller, for: .readPatients))
        check.requireSameOrder(query)
        try check.finish()
        let scope = policy.scope(of: caller, for: .readAppointments)
        let appointments = storage.reads.appointments
        let count = query.page.isCounted ? try await appointments.count(query, in: scope) : nil
        let page = ListPage(try await appointments.list(query.forOneRowMore, in: scope), for: query, count: count)
        try await storage.noteList(
            .appointmentListed, showing: page.rows.map(\.details.patient), by: caller, at: clock.now())
        return page
    }
}
