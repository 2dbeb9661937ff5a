public import Domain

/// Reads one mapping.
public struct FindAssignment: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Throws: `.notFound(.assignment)`.
    public func callAsFunction(_ id: AssignmentID, for caller: Caller) async throws(Failure) -> Assignment {
        let scope = policy.scope(of: caller, for: .readAssignments)
        let now = clock.now()
        guard let assignment = try await storage.reads.assignments.find(id, in: scope) else {
            throw try await storage.refused(.notFound(.assignment), to: caller, on: AuditSubject(id), at: now)
        }
        try await storage.noteReading(.assignmentRead, of: assignment, by: caller, at: now)
        return assignment
    }
}
