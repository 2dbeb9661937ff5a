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

    /// The same, in parts where it may be large. It is noted of all that they are shown, before the first is read.
    ///
    /// - Throws: likewise.
    public func inParts(
        _ query: AssignmentQuery, check: FieldCheck = FieldCheck(), for caller: Caller
    ) async throws(Failure) -> ListReading<Assignment, AssignmentSortKey> {
        guard query.mayBeLarge else {
            let page = try await self(query, check: check, for: caller)
            return ListReading(page, reader(in: policy.scope(of: caller, for: .readAssignments)))
        }
        let (scope, count) = try await prepare(query, check, for: caller)
        let outline = try await storage.reads.assignments.outline(query.forOneRowMore, in: scope)
        let page = ListPage(outline: outline, for: query, count: count)
        try await note(page.rows, by: caller)
        return try await ListReading(outline: page, reader(in: scope))
    }

    private func reader(in scope: Scope) -> RowReader<Assignment> {
        let assignments = storage.reads.assignments
        return RowReader(number: { $0.id.number }, patient: { $0.details.patient }, bytes: { $0.longBytes }) {
            numbers throws(Failure) in
            try await assignments.find(Set(numbers.compactMap { AssignmentID($0) }), in: scope)
        }
    }

    /// Notes that these will be shown.
    func note(_ rows: [ListEntry], by caller: Caller) async throws(Failure) {
        try await storage.noteList(
            .assignmentListed, showing: rows.compactMap(\.patient), by: caller, at: clock.now())
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
        let (scope, count) = try await prepare(query, check, for: caller)
        let found = try await storage.reads.assignments.list(query.forOneRowMore, in: scope)
        return ListPage(found, for: query, count: count)
    }

    /// What such a page shows, each mapping with its doctor, without a note.
    func outlineWithDoctors(
        _ query: AssignmentQuery, check: FieldCheck, for caller: Caller
    ) async throws(Failure) -> ListPage<ListEntry, AssignmentSortKey> {
        let (scope, count) = try await prepare(query, check, for: caller)
        let outline = try await storage.reads.assignments.outlineWithDoctors(query.forOneRowMore, in: scope)
        return ListPage(outline: outline, for: query, count: count)
    }

    /// Which mappings may be shown, and how many there are, if that was asked.
    private func prepare(
        _ query: AssignmentQuery, _ check: FieldCheck, for caller: Caller
    ) async throws(Failure) -> (scope: Scope, count: Int?) {
        var check = check
        try await check.requireVisible(
            patient: query.patient, doctor: query.doctor, in: storage.reads,
            scope: policy.scope(of: caller, for: .readPatients))
        check.requireSameOrder(query)
        try check.finish()
        let scope = policy.scope(of: caller, for: .readAssignments)
        return (scope, query.page.isCounted ? try await storage.reads.assignments.count(query, in: scope) : nil)
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
