public import Domain

/// Registers a new doctor.
public struct RegisterDoctor: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Throws: `.notAllowed`; `.invalid` with everything that is wrong; `.conflict(.licenseTaken)` or
    ///   `.conflict(.doctorEmailTaken)` when somebody else was faster.
    public func callAsFunction(_ form: DoctorForm, by caller: Caller) async throws(Failure) -> Doctor {
        guard policy.scope(of: caller, for: .registerDoctor) == .everything else { throw .notAllowed }
        let now = clock.now()
        return try await storage.transaction { stores throws(Failure) in
            let details = try await form.accepted(by: stores.doctors, except: nil)
            return try await stores.doctors.insert(details, at: now)
        }
    }
}
