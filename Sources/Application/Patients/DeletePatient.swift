public import Domain

/// Removes a patient with all mappings and appointments. What was written stays for the audit.
public struct DeletePatient: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Throws: `.notFound(.patient)`; `.notAllowed` for somebody who may only read the patient.
    public func callAsFunction(_ id: PatientID, by caller: Caller) async throws(Failure) {
        let now = clock.now()
        let policy = policy
        try await storage.transaction { stores throws(Failure) in
            try await stores.locks.hold(doctors: [], patients: [id])
            let deletable = policy.scope(of: caller, for: .deletePatient)
            if try await stores.patients.findForChange(id, in: deletable) == nil {
                let readable = policy.scope(of: caller, for: .readPatients)
                throw try await stores.patients.find(id, in: readable) == nil ? .notFound(.patient) : .notAllowed
            }
            try await stores.patients.delete(id, at: now)
        }
    }
}
