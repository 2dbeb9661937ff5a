public import Domain

/// Reads one mapping.
public struct FindAssignment: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Throws: `.notFound(.assignment)`.
    public func callAsFunction(_ id: AssignmentID, for caller: Caller) async throws(Failure) -> Assignment {
        try await self(id, for: PresumedCaller(caller))
    }

    /// The same, while it is still asked who the caller is.
    ///
    /// - Throws: besides, and before that, as `PresumedCaller.confirmed`.
    public func callAsFunction(_ id: AssignmentID, for caller: PresumedCaller) async throws(Failure) -> Assignment {
        let now = clock.now()
        let (caller, assignment) = try await caller.reading { caller throws(Failure) in
            try await storage.reads.assignments.find(id, in: policy.scope(of: caller, for: .readAssignments))
        }
        guard let assignment else {
            throw try await storage.refused(.notFound(.assignment), to: caller, on: AuditSubject(id), at: now)
        }
        try await storage.noteReading(.assignmentRead, of: assignment, by: caller, at: now)
        return assignment
    }
}
