public import Domain

/// Registers a new patient.
public struct RegisterPatient: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Parameter read: reads the request, after the caller's role is seen to allow this at all.
    /// - Throws: `.notAllowed` for roles that register nobody; what `read` throws.
    public func callAsFunction(
        by caller: Caller, _ read: () throws(Failure) -> PatientDetails
    ) async throws(Failure) -> Patient {
        guard policy.scope(of: caller, for: .registerPatient) == .everything else { throw .notAllowed }
        let details = try read()
        let now = clock.now()
        return try await storage.transaction { stores throws(Failure) in
            try await stores.patients.insert(details, by: caller.account, at: now)
        }
    }
}
