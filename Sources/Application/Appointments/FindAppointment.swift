public import Domain

/// Reads one appointment.
public struct FindAppointment: Sendable {
    let storage: any Storage
    let policy: Policy

    /// - Throws: `.notFound(.appointment)`.
    public func callAsFunction(_ id: AppointmentID, for caller: Caller) async throws(Failure) -> Appointment {
        let scope = policy.scope(of: caller, for: .readAppointments)
        guard let appointment = try await storage.reads.appointments.find(id, in: scope) else {
            throw .notFound(.appointment)
        }
        return appointment
    }
}
