public import Domain

/// Tells what goes along when a patient or a doctor is deleted, for who may do that.
public struct FindDependents: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Throws: `.notFound(.patient)`; `.notAllowed` for who may see the patient but not delete them.
    public func callAsFunction(of id: PatientID, for caller: Caller) async throws(Failure) -> Dependents {
        let now = clock.now()
        let patients = storage.reads.patients
        guard let patient = try await patients.find(id, in: policy.scope(of: caller, for: .deletePatient)) else {
            let readable = policy.scope(of: caller, for: .readPatients)
            let isVisible = try await patients.find(id, in: readable) != nil
            throw try await storage.refused(
                isVisible ? .notAllowed : .notFound(.patient), to: caller, on: AuditSubject(id), at: now)
        }
        let dependents = try await patients.dependents(of: id, at: now)
        try await storage.noteReading(.patientRead, of: patient, by: caller, at: now)
        return dependents
    }

    /// - Throws: `.notFound(.doctor)`, `.notAllowed`.
    public func callAsFunction(of id: DoctorID, for caller: Caller) async throws(Failure) -> Dependents {
        let now = clock.now()
        let doctors = storage.reads.doctors
        guard let doctor = try await doctors.find(id) else {
            throw try await storage.refused(.notFound(.doctor), to: caller, on: AuditSubject(id), at: now)
        }
        guard policy.permits(.deleteDoctor, on: id, by: caller) else {
            throw try await storage.refused(.notAllowed, to: caller, on: AuditSubject(id), at: now)
        }
        let dependents = try await doctors.dependents(of: id, at: now)
        try await storage.noteReading(.doctorRead, of: doctor, by: caller, at: now)
        return dependents
    }
}
