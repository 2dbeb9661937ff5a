public import Domain

/// Maps a patient to a doctor.
public struct AssignDoctor: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Throws: `.notAllowed`; `.invalid`, also for people who do not exist or may not be seen;
    ///   `.conflict(.alreadyAssigned)`; `.conflict(.statusAndActivityDisagree)`.
    public func callAsFunction(_ form: AssignmentForm, by caller: Caller) async throws(Failure) -> Assignment {
        guard policy.scope(of: caller, for: .assignDoctor) != .nothing else { throw .notAllowed }
        let now = clock.now()
        let readable = policy.scope(of: caller, for: .readPatients)
        return try await storage.transaction { stores throws(Failure) in
            try await stores.locks.hold(doctors: form.doctors, patients: form.patients)
            let details = try await form.accepted(by: stores, patientsIn: readable, except: nil)
            return try await stores.assignments.insert(details, by: caller.account, at: now)
        }
    }
}
