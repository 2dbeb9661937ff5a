public import Domain

/// Registers a new patient.
public struct RegisterPatient: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Parameter read: reads the request, after the caller's role is seen to allow this at all.
    /// - Throws: `.notAllowed` for roles that register nobody; what `read` throws; `.invalid` with everything that is
    ///   wrong; `.conflict(.patientEmailTaken)` when somebody else was faster.
    public func callAsFunction(
        by caller: Caller, _ read: () throws(Failure) -> PatientForm
    ) async throws(Failure) -> Patient {
        let now = clock.now()
        let work = try await work(by: caller, at: now, read)
        return try await storage.transaction(by: caller, on: nil, at: now, work)
    }

    /// The same for a request that may be sent again.
    ///
    /// - Returns: the retry's answer; that of the first time when the request came before, and then nothing is done.
    /// - Throws: `.retried` besides.
    public func once(
        _ retry: Retry<Patient>, by caller: Caller, _ read: () throws(Failure) -> PatientForm
    ) async throws(Failure) -> String {
        let now = clock.now()
        let work = try await work(by: caller, at: now, read)
        return try await storage.transaction(by: caller, on: nil, at: now) { stores throws(Failure) in
            try await stores.once(retry, .patientRead, by: caller, at: now, work)
        }
    }

    private func work(
        by caller: Caller, at now: Instant, _ read: () throws(Failure) -> PatientForm
    ) async throws(Failure) -> @Sendable (Stores) async throws(Failure) -> Patient {
        guard policy.permits(.registerPatient, by: caller) else {
            throw try await storage.refused(.notAllowed, to: caller, at: now)
        }
        let form = try read()
        return { stores throws(Failure) in
            let details = try await form.accepted(by: stores.patients, except: nil)
            let patient = try await stores.patients.insert(details, by: caller.account, at: now)
            try await stores.note(.patientCreated, of: patient, by: caller, at: now)
            return patient
        }
    }
}
