public import Domain

/// Reads one appointment.
public struct FindAppointment: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Throws: `.notFound(.appointment)`.
    public func callAsFunction(_ id: AppointmentID, for caller: Caller) async throws(Failure) -> Appointment {
        let scope = policy.scope(of: caller, for: .readAppointments)
        let now = clock.now()
        guard let appointment = try await storage.reads.appointments.find(id, in: scope) else {
            throw try await storage.refused(.notFound(.appointment), to: caller, on: AuditSubject(id), at: now)
        }
        try await storage.noteReading(.appointmentRead, of: appointment, by: caller, at: now)
        return appointment
    }
}
