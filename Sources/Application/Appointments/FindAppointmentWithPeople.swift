public import Domain

/// Reads one appointment together with its doctor and its patient.
public struct FindAppointmentWithPeople: Sendable {
    let find: FindAppointment

    /// What is noted is that the appointment was read, whose patient the note names.
    ///
    /// - Throws: `.notFound(.appointment)`.
    public func callAsFunction(_ id: AppointmentID, for caller: Caller) async throws(Failure) -> AgendaEntry {
        let appointment = try await find(id, for: caller)
        let scope = find.policy.scope(of: caller, for: .readPatients)
        guard let entry = try await find.storage.reads.entries(of: [appointment], seeing: scope).first else {
            // Its doctor was deleted meanwhile, and the appointment with the doctor.
            throw .notFound(.appointment)
        }
        return entry
    }
}
