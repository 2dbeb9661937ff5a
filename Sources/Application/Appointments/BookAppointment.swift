public import Domain

/// Books an appointment: the only way in which time in two diaries begins to be held.
public struct BookAppointment: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Throws: `.notAllowed`; `.invalid`, also for people who do not exist or may not be seen; `.conflict(.diary)`
    ///   with everything that stands against the time.
    public func callAsFunction(_ form: AppointmentForm, by caller: Caller) async throws(Failure) -> Appointment {
        guard policy.scope(of: caller, for: .bookAppointment) != .nothing else { throw .notAllowed }
        let now = clock.now()
        let readable = policy.scope(of: caller, for: .readPatients)
        return try await storage.transaction { stores throws(Failure) in
            try await stores.locks.hold(doctors: form.doctors, patients: form.patients)
            let details = try await form.accepted(by: stores, patientsIn: readable, after: nil)
            try await stores.appointments.askDiary(for: details, after: nil, except: nil)
            return try await stores.appointments.insert(details, by: caller.account, at: now)
        }
    }
}

extension AppointmentStore {
    /// Asks the diary, when it has to be asked, whether a change can be accepted.
    ///
    /// - Throws: `.conflict(.diary)`.
    func askDiary(
        for details: AppointmentDetails, after previous: AppointmentDetails?, except own: AppointmentID?
    ) async throws(Failure) {
        guard details.needsDiary(after: previous) else { return }
        let diary = try await diary(of: details.doctor, and: details.patient, around: details.slot, except: own)
        guard let diary else { throw .invalid([FieldError(.doctor, .noSuchRecord(String(details.doctor.number)))]) }
        try diary.accept(details.slot)
    }
}
