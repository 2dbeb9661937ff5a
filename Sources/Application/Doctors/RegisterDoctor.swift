public import Domain

/// Registers a new doctor.
public struct RegisterDoctor: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Parameter read: reads the request, after the caller's role is seen to allow this at all.
    /// - Throws: `.notAllowed`; what `read` throws; `.invalid` with everything that is wrong; `.conflict(.licenseTaken)` or
    ///   `.conflict(.doctorEmailTaken)` when somebody else was faster.
    public func callAsFunction(
        by caller: Caller, _ read: () throws(Failure) -> DoctorForm
    ) async throws(Failure) -> Doctor {
        let now = clock.now()
        let work = try await work(by: caller, at: now, read)
        return try await storage.transaction(by: caller, on: nil, at: now, work)
    }

    /// The same for a request that may be sent again.
    ///
    /// - Returns: the retry's answer; that of the first time when the request came before, and then nothing is done.
    /// - Throws: `.retried` besides.
    public func once(
        _ retry: Retry<Doctor>, by caller: Caller, _ read: () throws(Failure) -> DoctorForm
    ) async throws(Failure) -> String {
        let now = clock.now()
        let work = try await work(by: caller, at: now, read)
        return try await storage.transaction(by: caller, on: nil, at: now) { stores throws(Failure) in
            try await stores.once(retry, .doctorRead, by: caller, at: now, work)
        }
    }

    private func work(
        by caller: Caller, at now: Instant, _ read: () throws(Failure) -> DoctorForm
    ) async throws(Failure) -> @Sendable (Stores) async throws(Failure) -> Doctor {
        guard policy.permits(.registerDoctor, by: caller) else {
            throw try await storage.refused(.notAllowed, to: caller, at: now)
        }
        let form = try read()
        return { stores throws(Failure) in
            let details = try await form.accepted(by: stores.doctors, except: nil)
            let doctor = try await stores.doctors.insert(details, at: now)
            try await stores.note(.doctorCreated, of: doctor, by: caller, at: now)
            return doctor
        }
    }
}
