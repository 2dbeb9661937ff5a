public import Domain

/// Lists doctors; everybody who is signed in may.
public struct ListDoctors: Sendable {
    let storage: any Storage

    /// - Parameter check: what was wrong with the request's parameters.
    public func callAsFunction(
        _ query: DoctorQuery, check: FieldCheck = FieldCheck()
    ) async throws(Failure) -> [Doctor] {
        try check.finish()
        return try await storage.reads.doctors.list(query)
    }
}
