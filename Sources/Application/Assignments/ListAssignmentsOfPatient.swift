public import Domain

/// Lists the mappings of one patient with their doctors, newest first.
public struct ListAssignmentsOfPatient: Sendable {
    let storage: any Storage
    let policy: Policy

    /// - Throws: `.notFound(.patient)`.
    public func callAsFunction(
        _ patient: PatientID, for caller: Caller
    ) async throws(Failure) -> [AssignmentWithDoctor] {
        let readable = policy.scope(of: caller, for: .readPatients)
        guard try await storage.reads.patients.find(patient, in: readable) != nil else { throw .notFound(.patient) }
        let scope = policy.scope(of: caller, for: .readAssignments)
        return try await storage.reads.assignments.list(of: patient, in: scope)
    }
}
