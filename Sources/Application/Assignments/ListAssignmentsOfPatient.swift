public import Domain

/// Lists the mappings of one patient with their doctors.
public struct ListAssignmentsOfPatient: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Parameters:
    ///   - query: order and part of the list; asks for this patient's whatever it says.
    ///   - check: what was wrong with the request's parameters so far.
    /// - Throws: `.notFound(.patient)`; `.invalid`, also for a position in another order.
    public func callAsFunction(
        _ patient: PatientID, _ query: AssignmentQuery = AssignmentQuery(), check: FieldCheck = FieldCheck(),
        for caller: Caller
    ) async throws(Failure) -> ListPage<AssignmentWithDoctor, AssignmentSortKey> {
        let readable = policy.scope(of: caller, for: .readPatients)
        let now = clock.now()
        guard try await storage.reads.patients.find(patient, in: readable) != nil else {
            throw try await storage.refused(.notFound(.patient), to: caller, on: AuditSubject(patient), at: now)
        }
        let scope = policy.scope(of: caller, for: .readAssignments)
        var check = check
        check.requireSameOrder(query)
        try check.finish()
        var query = query
        query.patient = patient
        let assignments = storage.reads.assignments
        let count = query.page.isCounted ? try await assignments.count(query, in: scope) : nil
        let found = try await assignments.listWithDoctors(query.forOneRowMore, in: scope)
        try await storage.noteList(
            .assignmentListed, showing: [patient], on: AuditSubject(patient), by: caller, at: now)
        return ListPage(found, for: query, count: count, record: \.assignment)
    }
}
