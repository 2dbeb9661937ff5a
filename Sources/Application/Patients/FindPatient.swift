public import Domain

/// Reads one patient.
public struct FindPatient: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Throws: `.notFound(.patient)`.
    public func callAsFunction(_ id: PatientID, for caller: Caller) async throws(Failure) -> Patient {
        let scope = policy.scope(of: caller, for: .readPatients)
        let now = clock.now()
        guard let patient = try await storage.reads.patients.find(id, in: scope) else {
            throw try await storage.refused(.notFound(.patient), to: caller, on: AuditSubject(id), at: now)
        }
        try await storage.noteReading(.patientRead, of: patient, by: caller, at: now)
        return patient
    }
}
