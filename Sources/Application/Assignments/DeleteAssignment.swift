public import Domain

/// Removes a mapping. What was written stays for the audit.
public struct DeleteAssignment: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Parameter expected: which versions of it the request means.
    /// - Throws: `.notFound(.assignment)`; `.notAllowed` for somebody who may only read it; `.outdated`.
    public func callAsFunction(
        _ id: AssignmentID, by caller: Caller, expecting expected: ExpectedVersion = .any
    ) async throws(Failure) {
        let now = clock.now()
        let policy = policy
        try await storage.transaction(by: caller, on: AuditSubject(id), at: now) { stores throws(Failure) in
            let deletable = policy.scope(of: caller, for: .deleteAssignment)
            guard let assignment = try await stores.assignments.findForChange(id, in: deletable) else {
                let readable = policy.scope(of: caller, for: .readAssignments)
                let isVisible = try await stores.assignments.find(id, in: readable) != nil
                throw isVisible ? .notAllowed : .notFound(.assignment)
            }
            try expected.expect(assignment.updatedAt)
            try await stores.assignments.delete(id, at: now)
            try await stores.note(.assignmentDeleted, of: assignment, by: caller, at: now)
        }
    }
}
