public import Domain

/// Removes a patient with all mappings and appointments. What was written stays for the audit.
public struct DeletePatient: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Parameter expected: which versions of the patient the request means.
    /// - Throws: `.notFound(.patient)`; `.notAllowed` for somebody who may only read the patient; `.outdated`.
    public func callAsFunction(
        _ id: PatientID, by caller: Caller, expecting expected: ExpectedVersion = .any
    ) async throws(Failure) {
        let now = clock.now()
        let policy = policy
        try await storage.transaction(by: caller, on: AuditSubject(id), at: now) { stores throws(Failure) in
            try await stores.locks.hold(doctors: [], patients: [id])
            let deletable = policy.scope(of: caller, for: .deletePatient)
            guard let patient = try await stores.patients.findForChange(id, in: deletable) else {
                let readable = policy.scope(of: caller, for: .readPatients)
                throw try await stores.patients.find(id, in: readable) == nil ? .notFound(.patient) : .notAllowed
            }
            try expected.expect(patient.updatedAt)
            try await stores.patients.delete(id, at: now)
            try await stores.note(.patientDeleted, of: patient, by: caller, at: now)
        }
    }
}
