public import Domain

/// Changes a mapping.
public struct ChangeAssignment: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Parameters:
    ///   - expected: which versions of it the request means.
    ///   - form: reads the request over the present details; may run more than once.
    /// - Throws: `.notFound(.assignment)` and `.outdated` before `form` runs; `.notAllowed`; as `AssignDoctor`.
    public func callAsFunction(
        _ id: AssignmentID, by caller: Caller, expecting expected: ExpectedVersion = .any,
        _ form: @escaping @Sendable (AssignmentDetails) throws(Failure) -> AssignmentForm
    ) async throws(Failure) -> Assignment {
        let now = clock.now()
        let readable = policy.scope(of: caller, for: .readPatients)
        return try await storage.transaction(by: caller, on: AuditSubject(id), at: now) { stores throws(Failure) in
            let seen = try await find(id, for: caller, in: stores.assignments)
            try expected.expect(seen.updatedAt)
            let asked = try form(seen.details)
            try await stores.locks.hold(
                doctors: asked.doctors.union([seen.details.doctor]),
                patients: asked.patients.union([seen.details.patient]))
            guard var assignment = try await stores.assignments.findForChange(id, in: .everything) else {
                throw .notFound(.assignment)
            }
            try expected.expect(assignment.updatedAt)
            try assignment.details.expectPeople(of: seen.details)
            let previous = assignment
            assignment.details = try await form(assignment.details)
                .accepted(by: stores, patientsIn: readable, except: id)
            assignment.updatedAt = now.following(assignment.updatedAt)
            try await stores.assignments.update(assignment)
            try await stores.note(
                .assignmentChanged, of: assignment, and: previous.concerned, by: caller, at: now,
                changed: assignment.details.fields(changedFrom: previous.details))
            return assignment
        }
    }

    private func find(
        _ id: AssignmentID, for caller: Caller, in assignments: any AssignmentStore
    ) async throws(Failure) -> Assignment {
        if let found = try await assignments.find(id, in: policy.scope(of: caller, for: .changeAssignment)) {
            return found
        }
        let readable = policy.scope(of: caller, for: .readAssignments)
        throw try await assignments.find(id, in: readable) == nil ? .notFound(.assignment) : .notAllowed
    }
}
