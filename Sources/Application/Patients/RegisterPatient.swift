public import Domain

/// Registers a new patient.
public struct RegisterPatient: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Throws: `.notAllowed` for roles that register nobody.
    public func callAsFunction(_ details: PatientDetails, by caller: Caller) async throws(Failure) -> Patient {
        guard policy.scope(of: caller, for: .registerPatient) == .everything else { throw .notAllowed }
        let now = clock.now()
        return try await storage.transaction { stores throws(Failure) in
            try await stores.patients.insert(details, by: caller.account, at: now)
        }
    }
}
