public import Domain

/// Changes a mapping.
public struct ChangeAssignment: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Parameter form: reads the request over the present details; may run more than once.
    /// - Throws: `.notFound(.assignment)` before `form` runs; `.notAllowed`; as `AssignDoctor`.
    public func callAsFunction(
        _ id: AssignmentID, by caller: Caller,
        _ form: @escaping @Sendable (AssignmentDetails) throws(Failure) -> AssignmentForm
    ) async throws(Failure) -> Assignment {
        let now = clock.now()
        let readable = policy.scope(of: caller, for: .readPatients)
        return try await storage.transaction { stores throws(Failure) in
            let seen = try await find(id, for: caller, in: stores.assignments)
            let asked = try form(seen.details)
            try await stores.locks.hold(
                doctors: asked.doctors.union([seen.details.doctor]),
                patients: asked.patients.union([seen.details.patient]))
            guard var assignment = try await stores.assignments.findForChange(id, in: .everything) else {
                throw .notFound(.assignment)
            }
            try assignment.details.expectPeople(of: seen.details)
            assignment.details = try await form(assignment.details)
                .accepted(by: stores, patientsIn: readable, except: id)
            assignment.updatedAt = now
            try await stores.assignments.update(assignment)
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
