public import Domain

/// Reads one patient.
public struct FindPatient: Sendable {
    let storage: any Storage
    let policy: Policy

    /// - Throws: `.notFound(.patient)`.
    public func callAsFunction(_ id: PatientID, for caller: Caller) async throws(Failure) -> Patient {
        let scope = policy.scope(of: caller, for: .readPatients)
        guard let patient = try await storage.reads.patients.find(id, in: scope) else { throw .notFound(.patient) }
        return patient
    }
}
