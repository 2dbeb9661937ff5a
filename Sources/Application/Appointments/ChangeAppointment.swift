public import Domain

/// Moves an appointment, changes its status, or edits its texts.
public struct ChangeAppointment: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Parameters:
    ///   - expected: which versions of it the request means.
    ///   - form: reads the request over the present details; may run more than once.
    /// - Throws: `.notFound(.appointment)` and `.outdated` before `form` runs; `.notAllowed`; as `BookAppointment`.
    public func callAsFunction(
        _ id: AppointmentID, by caller: Caller, expecting expected: ExpectedVersion = .any,
        _ form: @escaping @Sendable (AppointmentDetails) throws(Failure) -> AppointmentForm
    ) async throws(Failure) -> Appointment {
        let now = clock.now()
        let readable = policy.scope(of: caller, for: .readPatients)
        let policy = policy
        return try await storage.transaction(by: caller, on: AuditSubject(id), at: now) { stores throws(Failure) in
            let seen = try await find(id, for: caller, in: stores.appointments)
            try expected.expect(seen.updatedAt)
            let asked = try form(seen.details)
            try await stores.locks.hold(
                doctors: asked.doctors.union([seen.details.doctor]),
                patients: asked.patients.union([seen.details.patient]))
            guard var appointment = try await stores.appointments.findForChange(id, in: .everything) else {
                throw .notFound(.appointment)
            }
            try expected.expect(appointment.updatedAt)
            try appointment.details.expectPeople(of: seen.details)
            let previous = appointment.details
            let wanted = try form(previous)
            let facts = try await stores.appointments.facts(
                for: wanted.question(after: appointment), patientIn: readable)
            let details = try wanted.accepted(on: facts, after: previous)
            guard policy.permits(details, after: previous, by: caller) else { throw .notAllowed }
            try facts.acceptTime(of: details, after: previous)
            appointment.details = details
            appointment.updatedAt = now.following(appointment.updatedAt)
            try await stores.appointments.update(appointment)
            try await stores.note(
                .appointmentChanged, of: appointment, and: [previous.patient], by: caller, at: now,
                changed: details.fields(changedFrom: previous))
            return appointment
        }
    }

    private func find(
        _ id: AppointmentID, for caller: Caller, in appointments: any AppointmentStore
    ) async throws(Failure) -> Appointment {
        for action in [Action.changeAppointment, .changeAppointmentStatus, .cancelAppointment] {
            let scope = policy.scope(of: caller, for: action)
            if scope != .nothing, let found = try await appointments.find(id, in: scope) { return found }
        }
        let readable = policy.scope(of: caller, for: .readAppointments)
        throw try await appointments.find(id, in: readable) == nil ? .notFound(.appointment) : .notAllowed
    }
}
