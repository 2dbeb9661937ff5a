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
        guard policy.scope(of: caller, for: .registerDoctor) == .everything else { throw .notAllowed }
        let form = try read()
        let now = clock.now()
        return try await storage.transaction { stores throws(Failure) in
            let details = try await form.accepted(by: stores.doctors, except: nil)
            return try await stores.doctors.insert(details, at: now)
        }
    }
}
