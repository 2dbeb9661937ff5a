public import Domain

/// Removes a doctor with all mappings and appointments. What was written stays for the audit, which tells the patients
/// whose they were.
public struct DeleteDoctor: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Parameter expected: which versions of the doctor the request means.
    /// - Throws: `.notFound(.doctor)`, `.notAllowed`, `.outdated`.
    public func callAsFunction(
        _ id: DoctorID, by caller: Caller, expecting expected: ExpectedVersion = .any
    ) async throws(Failure) {
        let now = clock.now()
        let mayDelete = policy.permits(.deleteDoctor, on: id, by: caller)
        try await storage.transaction(by: caller, on: AuditSubject(id), at: now) { stores throws(Failure) in
            try await stores.locks.hold(doctors: [id], patients: [])
            guard let doctor = try await stores.doctors.findForChange(id) else { throw .notFound(.doctor) }
            guard mayDelete else { throw .notAllowed }
            try expected.expect(doctor.updatedAt)
            let patients = try await stores.doctors.delete(id, at: now)
            let event = AuditEvent(.doctorDeleted, by: caller, at: now, on: doctor.subject)
            try await stores.audit.record(event.told(of: patients))
        }
    }
}
