public import Domain

/// Lists the appointments that a caller may see.
public struct ListAppointments: Sendable {
    let storage: any Storage
    let policy: Policy

    /// - Parameter check: what was wrong with the request's parameters so far.
    /// - Throws: `.invalid`, also when the query names somebody who does not exist or may not be seen.
    public func callAsFunction(
        _ query: AppointmentQuery, check: FieldCheck = FieldCheck(), for caller: Caller
    ) async throws(Failure) -> [Appointment] {
        var check = check
        try await check.requireVisible(
            patient: query.patient, doctor: query.doctor, in: storage.reads,
            scope: policy.scope(of: caller, for: .readPatients))
        try check.finish()
        return try await storage.reads.appointments.list(query, in: policy.scope(of: caller, for: .readAppointments))
    }
}
