public import Domain

/// Lists the mappings that a caller may see.
public struct ListAssignments: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Parameter check: what was wrong with the request's parameters so far.
    /// - Throws: `.invalid`, also when the query names somebody who does not exist or may not be seen, or a position in another order.
    public func callAsFunction(
        _ query: AssignmentQuery, check: FieldCheck = FieldCheck(), for caller: Caller
    ) async throws(Failure) -> ListPage<Assignment, AssignmentSortKey> {
        let page = try await page(query, check: check, for: caller)
        try await note(page.rows, by: caller)
        return page
    }

    /// Notes that these are shown.
    func note(_ rows: [Assignment], by caller: Caller) async throws(Failure) {
        try await storage.noteList(
            .assignmentListed, showing: rows.map(\.details.patient), by: caller, at: clock.now())
    }

    /// The same without a note.
    func page(
        _ query: AssignmentQuery, check: FieldCheck, for caller: Caller
    ) async throws(Failure) -> ListPage<Assignment, AssignmentSortKey> {
        var check = check
        try await check.requireVisible(
            patient: query.patient, doctor: query.doctor, in: storage.reads,
            scope: policy.scope(of: caller, for: .readPatients))
        check.requireSameOrder(query)
        try check.finish()
        let scope = policy.scope(of: caller, for: .readAssignments)
        let assignments = storage.reads.assignments
        let count = query.page.isCounted ? try await assignments.count(query, in: scope) : nil
        return ListPage(try await assignments.list(query.forOneRowMore, in: scope), for: query, count: count)
    }
}

extension FieldCheck {
    /// Refuses the parameters `patient` and `doctor` of a list when they name nobody whom the caller may see.
    mutating func requireVisible(
        patient: PatientID?, doctor: DoctorID?, in reads: Readers, scope: Scope
    ) async throws(Failure) {
        if let patient, try await reads.patients.find(patient, in: scope) == nil {
            refuse(.patient, .filterNoSuchRecord)
        }
        if let doctor, try await reads.doctors.find(doctor) == nil {
            refuse(.doctor, .filterNoSuchRecord)
        }
    }
}
