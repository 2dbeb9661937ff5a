public import Domain

/// Removes an appointment from the diaries. What was written stays for the audit.
public struct DeleteAppointment: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Parameter expected: which versions of it the request means.
    /// - Throws: `.notFound(.appointment)`; `.notAllowed` for somebody who may only read it; `.outdated`.
    public func callAsFunction(
        _ id: AppointmentID, by caller: Caller, expecting expected: ExpectedVersion = .any
    ) async throws(Failure) {
        let now = clock.now()
        let policy = policy
        try await storage.transaction(by: caller, on: AuditSubject(id), at: now) { stores throws(Failure) in
            let deletable = policy.scope(of: caller, for: .deleteAppointment)
            guard let appointment = try await stores.appointments.findForChange(id, in: deletable) else {
                let readable = policy.scope(of: caller, for: .readAppointments)
                let isVisible = try await stores.appointments.find(id, in: readable) != nil
                throw isVisible ? .notAllowed : .notFound(.appointment)
            }
            try expected.expect(appointment.updatedAt)
            try await stores.appointments.delete(id, at: now)
            try await stores.note(.appointmentDeleted, of: appointment, by: caller, at: now)
        }
    }
}
