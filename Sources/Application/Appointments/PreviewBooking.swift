public import Domain

/// Tells before anything is saved whether an appointment could be booked, or moved, and what stands against it. A forecast:
/// nothing is held meanwhile, and the booking decides.
public struct PreviewBooking: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Throws: `.notAllowed` for who may neither book nor move; `.notFound(.appointment)` for one to be moved that may not
    ///   be seen; `.invalid` for people who do not exist or may not be seen, and for a start that is too early for the
    ///   caller.
    public func callAsFunction(
        _ proposal: BookingProposal, for caller: Caller
    ) async throws(Failure) -> BookingForecast {
        let now = clock.now()
        let previous = try await moved(proposal, by: caller, at: now)?.details
        try await check(proposal, after: previous, by: caller, at: now)
        let details = AppointmentDetails(
            doctor: proposal.doctor, patient: proposal.patient, slot: proposal.slot,
            status: previous?.status ?? .scheduled)
        guard details.needsDiary(after: previous) else {
            return BookingForecast(refusals: [], doctorCollisions: [], patientCollisions: [])
        }
        let diary = try await storage.reads.appointments.diary(
            of: proposal.doctor, and: proposal.patient, around: proposal.slot, except: proposal.moved)
        // Deleted a moment ago.
        guard let diary else { throw .invalid([FieldError(.doctor, .noSuchRecord(String(proposal.doctor.number)))]) }
        return try await forecast(diary, proposal, for: caller, at: now)
    }

    /// The appointment that is to be moved, if it is one that the caller may move.
    private func moved(
        _ proposal: BookingProposal, by caller: Caller, at now: Instant
    ) async throws(Failure) -> Appointment? {
        guard let id = proposal.moved else { return nil }
        let appointments = storage.reads.appointments
        let movable = policy.scope(of: caller, for: .changeAppointment)
        if let appointment = try await appointments.find(id, in: movable) { return appointment }
        let readable = policy.scope(of: caller, for: .readAppointments)
        let isVisible = try await appointments.find(id, in: readable) != nil
        throw try await storage.refused(
            isVisible ? .notAllowed : .notFound(.appointment), to: caller, on: AuditSubject(id), at: now)
    }

    /// Whether the caller may propose this; as a booking and a change look at it.
    private func check(
        _ proposal: BookingProposal, after previous: AppointmentDetails?, by caller: Caller, at now: Instant
    ) async throws(Failure) {
        let permitted =
            previous == nil
            ? policy.patients(for: .bookAppointment, by: caller) : policy.scope(of: caller, for: .readPatients)
        guard permitted != .nothing else { throw try await storage.refused(.notAllowed, to: caller, at: now) }
        var check = FieldCheck()
        let reads = storage.reads
        if proposal.doctor != previous?.doctor, try await reads.doctors.find(proposal.doctor) == nil {
            check.refuse(.doctor, .noSuchRecord(String(proposal.doctor.number)))
        }
        if proposal.patient != previous?.patient,
            try await reads.patients.find(proposal.patient, in: permitted) == nil
        {
            check.refuse(.patient, .noSuchRecord(String(proposal.patient.number)))
        }
        if previous == nil, let earliest = policy.earliestStart(ofBookingBy: caller, at: now),
            proposal.slot.start.instant < earliest
        {
            check.refuse(.appointmentStart, .startInPast)
        }
        try check.finish()
    }
}

extension PreviewBooking {
    /// What the diary says, with what holds the times as far as the caller may see that.
    private func forecast(
        _ diary: Diary, _ proposal: BookingProposal, for caller: Caller, at now: Instant
    ) async throws(Failure) -> BookingForecast {
        let ofDoctor = diary.doctorSlots.overlapping(proposal.slot)
        let ofPatient = diary.patientSlots.overlapping(proposal.slot)
        var readable = try await appointments(in: ofDoctor, for: caller) { $0.doctor = proposal.doctor }
        readable += try await appointments(in: ofPatient, for: caller) { $0.patient = proposal.patient }
        let entries = try await storage.reads.entries(
            of: readable.filter { $0.id != proposal.moved }, seeing: policy.scope(of: caller, for: .readPatients))
        var shown = Set(entries.map(\.appointment.details.patient))
        if !ofPatient.isEmpty { shown.insert(proposal.patient) }
        if !shown.isEmpty { try await storage.noteList(.appointmentListed, showing: Array(shown), by: caller, at: now) }
        return BookingForecast(
            refusals: diary.refusals(of: proposal.slot),
            doctorCollisions: ofDoctor.map { slot in
                HeldTime(slot: slot, entry: entries.first { $0.holds(slot) && $0.doctor.id == proposal.doctor })
            },
            patientCollisions: ofPatient.map { slot in
                HeldTime(slot: slot, entry: entries.first { $0.holds(slot) && $0.doctor.id != proposal.doctor })
            })
    }

    /// The appointments that the caller may see among those which hold these times.
    private func appointments(
        in slots: [Slot], for caller: Caller, _ narrow: (inout AppointmentQuery) -> Void
    ) async throws(Failure) -> [Appointment] {
        guard let first = slots.first, let last = slots.last else { return [] }
        var query = AppointmentQuery()
        narrow(&query)
        query.from = first.start.instant
        query.to = Instant(microseconds: last.start.instant.microseconds + 1)
        let scope = policy.scope(of: caller, for: .readAppointments)
        return try await storage.reads.appointments.list(query, in: scope).filter { appointment in
            appointment.details.status.holdsTime && slots.contains(appointment.details.slot)
        }
    }
}

extension [Slot] {
    /// Those that share time with another, by start.
    fileprivate func overlapping(_ slot: Slot) -> [Slot] {
        filter(slot.overlaps).sorted { $0.start < $1.start }
    }
}

extension AgendaEntry {
    fileprivate func holds(_ slot: Slot) -> Bool { appointment.details.slot == slot }
}
