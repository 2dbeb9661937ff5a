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
        let (scope, count) = try await prepare(query, check, for: caller)
        let found = try await storage.reads.appointments.list(query.forOneRowMore, in: scope)
        let page = ListPage(found, for: query, count: count)
        try await storage.noteList(
            .appointmentListed, showing: page.rows.map(\.details.patient), by: caller, at: clock.now())
        return page
    }

    /// The same, in parts where it may be large. It is noted of all that they are shown, before the first is read.
    ///
    /// - Throws: likewise.
    public func inParts(
        _ query: AppointmentQuery, check: FieldCheck = FieldCheck(), for caller: Caller
    ) async throws(Failure) -> ListReading<Appointment, AppointmentSortKey> {
        guard query.mayBeLarge else {
            let page = try await self(query, check: check, for: caller)
            return ListReading(page, reader(in: policy.scope(of: caller, for: .readAppointments)))
        }
        let (scope, count) = try await prepare(query, check, for: caller)
        let outline = try await storage.reads.appointments.outline(query.forOneRowMore, in: scope)
        let page = ListPage(outline: outline, for: query, count: count)
        try await storage.noteList(
            .appointmentListed, showing: page.rows.compactMap(\.patient), by: caller, at: clock.now())
        return try await ListReading(outline: page, reader(in: scope))
    }

    private func reader(in scope: Scope) -> RowReader<Appointment> {
        let appointments = storage.reads.appointments
        return RowReader(number: { $0.id.number }, patient: { $0.details.patient }, bytes: { $0.longBytes }) {
            numbers throws(Failure) in
            try await appointments.find(Set(numbers.compactMap { AppointmentID($0) }), in: scope)
        }
    }

    /// Which appointments may be shown, and how many there are, if that was asked.
    private func prepare(
        _ query: AppointmentQuery, _ check: FieldCheck, for caller: Caller
    ) async throws(Failure) -> (scope: Scope, count: Int?) {
        var check = check
        try await check.requireVisible(
            patient: query.patient, doctor: query.doctor, in: storage.reads,
            scope: policy.scope(of: caller, for: .readPatients))
        check.requireSameOrder(query)
        try check.finish()
        let scope = policy.scope(of: caller, for: .readAppointments)
        return (scope, query.page.isCounted ? try await storage.reads.appointments.count(query, in: scope) : nil)
    }
}
