public import Domain

/// Reads one appointment.
public struct FindAppointment: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Throws: `.notFound(.appointment)`.
    public func callAsFunction(_ id: AppointmentID, for caller: Caller) async throws(Failure) -> Appointment {
        try await self(id, for: PresumedCaller(caller))
    }

    /// The same, while it is still asked who the caller is.
    ///
    /// - Throws: besides, and before that, as `PresumedCaller.confirmed`.
    public func callAsFunction(_ id: AppointmentID, for caller: PresumedCaller) async throws(Failure) -> Appointment {
        let now = clock.now()
        let (caller, appointment) = try await caller.reading { caller throws(Failure) in
            try await storage.reads.appointments.find(id, in: policy.scope(of: caller, for: .readAppointments))
        }
        guard let appointment else {
            throw try await storage.refused(.notFound(.appointment), to: caller, on: AuditSubject(id), at: now)
        }
        try await storage.noteReading(.appointmentRead, of: appointment, by: caller, at: now)
        return appointment
    }
}
