public import Domain

/// Reads one mapping.
public struct FindAssignment: Sendable {
    let storage: any Storage
    let policy: Policy

    /// - Throws: `.notFound(.assignment)`.
    public func callAsFunction(_ id: AssignmentID, for caller: Caller) async throws(Failure) -> Assignment {
        let scope = policy.scope(of: caller, for: .readAssignments)
        guard let assignment = try await storage.reads.assignments.find(id, in: scope) else {
            throw .notFound(.assignment)
        }
        return assignment
    }
}
