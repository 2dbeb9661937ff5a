public import Domain

/// Removes a doctor with all mappings and appointments. What was written stays for the audit.
public struct DeleteDoctor: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Throws: `.notFound(.doctor)`, `.notAllowed`.
    public func callAsFunction(_ id: DoctorID, by caller: Caller) async throws(Failure) {
        let now = clock.now()
        let mayDelete = policy.permits(.deleteDoctor, on: id, by: caller)
        try await storage.transaction { stores throws(Failure) in
            try await stores.locks.hold(doctors: [id], patients: [])
            guard try await stores.doctors.findForChange(id) != nil else { throw .notFound(.doctor) }
            guard mayDelete else { throw .notAllowed }
            try await stores.doctors.delete(id, at: now)
        }
    }
}
