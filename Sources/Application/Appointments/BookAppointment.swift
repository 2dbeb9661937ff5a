public import Domain

/// Books an appointment: the only way in which time in two diaries begins to be held.
public struct BookAppointment: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Parameter read: reads the request, after the caller's role is seen to allow this at all.
    /// - Throws: `.notAllowed`, also for a status that the caller may not give; what `read` throws; `.invalid`, also for people who do not exist or may not be seen; `.conflict(.diary)`
    ///   with everything that stands against the time.
    public func callAsFunction(
        by caller: Caller, _ read: () throws(Failure) -> AppointmentForm
    ) async throws(Failure) -> Appointment {
        let now = clock.now()
        let (form, work) = try await work(by: caller, at: now, read)
        return try await storage.transaction(
            by: caller, on: nil, at: now, holding: form.doctors, and: form.patients, work)
    }

    /// The same for a request that may be sent again.
    ///
    /// - Returns: the retry's answer; that of the first time when the request came before, and then nothing is done.
    /// - Throws: `.retried` besides.
    public func once(
        _ retry: Retry<Appointment>, by caller: Caller, _ read: () throws(Failure) -> AppointmentForm
    ) async throws(Failure) -> String {
        let now = clock.now()
        let (form, work) = try await work(by: caller, at: now, read)
        return try await storage.transaction(by: caller, on: nil, at: now) { stores throws(Failure) in
            try await stores.once(retry, .appointmentRead, by: caller, at: now) { stores throws(Failure) in
                try await stores.locks.holdAhead(doctors: form.doctors, patients: form.patients)
                return try await work(stores)
            }
        }
    }

    /// What is to be done while the form's people are held.
    private func work(
        by caller: Caller, at now: Instant, _ read: () throws(Failure) -> AppointmentForm
    ) async throws(Failure) -> (AppointmentForm, @Sendable (Stores) async throws(Failure) -> Appointment) {
        let bookable = policy.patients(for: .bookAppointment, by: caller)
        guard bookable != .nothing else {
            throw try await storage.refused(.notAllowed, to: caller, at: now)
        }
        let form = try read()
        let earliest = policy.earliestStart(ofBookingBy: caller, at: now)
        let policy = policy
        let work: @Sendable (Stores) async throws(Failure) -> Appointment = { stores throws(Failure) in
            let facts = try await stores.appointments.facts(for: form.question(after: nil), patientIn: bookable)
            let details = try form.accepted(on: facts, after: nil, notBefore: earliest)
            guard policy.permits(new: details, by: caller) else { throw .notAllowed }
            try facts.acceptTime(of: details, after: nil)
            let appointment = try await stores.appointments.insert(
                details, as: facts.number, by: caller.account, at: now)
            try await stores.note(.appointmentCreated, of: appointment, by: caller, at: now)
            return appointment
        }
        return (form, work)
    }
}
