public import Domain

/// Maps a patient to a doctor.
public struct AssignDoctor: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Parameter read: reads the request, after the caller's role is seen to allow this at all.
    /// - Throws: `.notAllowed`; what `read` throws; `.invalid`, also for people who do not exist or may not be seen;
    ///   `.conflict(.alreadyAssigned)`; `.conflict(.statusAndActivityDisagree)`.
    public func callAsFunction(
        by caller: Caller, _ read: () throws(Failure) -> AssignmentForm
    ) async throws(Failure) -> Assignment {
        let now = clock.now()
        let work = try await work(by: caller, at: now, read)
        return try await storage.transaction(by: caller, on: nil, at: now, work)
    }

    /// The same for a request that may be sent again.
    ///
    /// - Returns: the retry's answer; that of the first time when the request came before, and then nothing is done.
    /// - Throws: `.retried` besides.
    public func once(
        _ retry: Retry<Assignment>, by caller: Caller, _ read: () throws(Failure) -> AssignmentForm
    ) async throws(Failure) -> String {
        let now = clock.now()
        let work = try await work(by: caller, at: now, read)
        return try await storage.transaction(by: caller, on: nil, at: now) { stores throws(Failure) in
            try await stores.once(retry, .assignmentRead, by: caller, at: now, work)
        }
    }

    private func work(
        by caller: Caller, at now: Instant, _ read: () throws(Failure) -> AssignmentForm
    ) async throws(Failure) -> @Sendable (Stores) async throws(Failure) -> Assignment {
        let assignable = policy.patients(for: .assignDoctor, by: caller)
        guard assignable != .nothing else {
            throw try await storage.refused(.notAllowed, to: caller, at: now)
        }
        let form = try read()
        return { stores throws(Failure) in
            try await stores.locks.hold(doctors: form.doctors, patients: form.patients)
            let details = try await form.accepted(by: stores, patientsIn: assignable, except: nil)
            let assignment = try await stores.assignments.insert(details, by: caller.account, at: now)
            try await stores.note(.assignmentCreated, of: assignment, by: caller, at: now)
            return assignment
        }
    }
}
