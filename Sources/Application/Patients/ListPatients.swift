public import Domain

/// Lists the patients whom a caller may see.
public struct ListPatients: Sendable {
    let storage: any Storage
    let policy: Policy

    /// - Parameter check: what was wrong with the request's parameters so far.
    /// - Throws: `.invalid`, also when the query names a doctor who does not exist.
    public func callAsFunction(
        _ query: PatientQuery, check: FieldCheck = FieldCheck(), for caller: Caller
    ) async throws(Failure) -> [Patient] {
        var check = check
        if let doctor = query.doctor, try await storage.reads.doctors.find(doctor) == nil {
            check.refuse(.doctor, .filterNoSuchRecord)
        }
        try check.finish()
        return try await storage.reads.patients.list(query, in: policy.scope(of: caller, for: .readPatients))
    }
}
