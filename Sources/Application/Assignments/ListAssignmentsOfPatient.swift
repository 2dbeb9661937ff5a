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
        let list = try await prepare(patient, query, check, for: caller)
        let found = try await storage.reads.assignments.listWithDoctors(list.query.forOneRowMore, in: list.scope)
        try await note(patient, list, by: caller)
        return ListPage(found, for: list.query, count: list.count, record: \.assignment)
    }

    /// The same, in parts where it may be large. It is noted that the patient is shown, before the first is read.
    ///
    /// - Throws: likewise.
    public func inParts(
        _ patient: PatientID, _ query: AssignmentQuery = AssignmentQuery(), check: FieldCheck = FieldCheck(),
        for caller: Caller
    ) async throws(Failure) -> ListReading<AssignmentWithDoctor, AssignmentSortKey> {
        let reader = reader(in: policy.scope(of: caller, for: .readAssignments))
        guard query.mayBeLarge else {
            return ListReading(try await self(patient, query, check: check, for: caller), reader)
        }
        let list = try await prepare(patient, query, check, for: caller)
        let outline = try await storage.reads.assignments.outlineWithDoctors(list.query.forOneRowMore, in: list.scope)
        try await note(patient, list, by: caller)
        return try await ListReading(outline: ListPage(outline: outline, for: list.query, count: list.count), reader)
    }

    private typealias Prepared = (query: AssignmentQuery, scope: Scope, count: Int?, at: Instant)

    /// What is asked for, if the caller may see the patient.
    private func prepare(
        _ patient: PatientID, _ query: AssignmentQuery, _ check: FieldCheck, for caller: Caller
    ) async throws(Failure) -> Prepared {
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
        let count = query.page.isCounted ? try await storage.reads.assignments.count(query, in: scope) : nil
        return (query, scope, count, now)
    }

    private func note(_ patient: PatientID, _ list: Prepared, by caller: Caller) async throws(Failure) {
        try await storage.noteList(
            .assignmentListed, showing: [patient], on: AuditSubject(patient), by: caller, at: list.at)
    }

    private func reader(in scope: Scope) -> RowReader<AssignmentWithDoctor> {
        let reads = storage.reads
        return RowReader(
            number: { $0.assignment.id.number }, patient: { $0.assignment.details.patient },
            bytes: { $0.assignment.longBytes + $0.doctor.longBytes }
        ) { numbers throws(Failure) in
            let found = try await reads.assignments.find(Set(numbers.compactMap { AssignmentID($0) }), in: scope)
            let doctors = try await reads.doctors.find(Set(found.map(\.details.doctor)))
            let byID = Dictionary(uniqueKeysWithValues: doctors.map { ($0.id, $0) })
            return found.compactMap { assignment in
                byID[assignment.details.doctor].map { AssignmentWithDoctor(assignment: assignment, doctor: $0) }
            }
        }
    }
}
