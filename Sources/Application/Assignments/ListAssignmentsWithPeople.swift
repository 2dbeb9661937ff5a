public import Domain

/// Lists the mappings that a caller may see together with their patients and doctors.
public struct ListAssignmentsWithPeople: Sendable {
    let list: ListAssignments

    /// Mappings of patients whom the caller may not see, or who were deleted meanwhile, are left out.
    ///
    /// - Throws: as `ListAssignments`.
    public func callAsFunction(
        _ query: AssignmentQuery, check: FieldCheck = FieldCheck(), for caller: Caller
    ) async throws(Failure) -> ListPage<AssignmentWithPeople, AssignmentSortKey> {
        let page = try await list.page(query, check: check, for: caller)
        let rows = try await withPeople(page.rows, for: caller)
        try await list.note(rows.map(\.assignment), by: caller)
        return ListPage(rows, on: page)
    }

    /// The same, in parts where it may be large. It is noted of all that they are shown, before the first is read.
    ///
    /// - Throws: likewise.
    public func inParts(
        _ query: AssignmentQuery, check: FieldCheck = FieldCheck(), for caller: Caller
    ) async throws(Failure) -> ListReading<AssignmentWithPeople, AssignmentSortKey> {
        guard query.mayBeLarge else {
            return ListReading(try await self(query, check: check, for: caller), reader(for: caller))
        }
        let page = try await list.outlineWithDoctors(query, check: check, for: caller)
        let patients = try await list.storage.reads.patients.longBytes(
            of: Set(page.rows.compactMap(\.patient)), in: list.policy.scope(of: caller, for: .readPatients))
        let rows = page.rows.compactMap { entry in
            entry.patient.flatMap { patients[$0] }.map { entry.adding(bytes: $0) }
        }
        try await list.note(rows, by: caller)
        return try await ListReading(outline: ListPage(rows, on: page), reader(for: caller))
    }

    private func reader(for caller: Caller) -> RowReader<AssignmentWithPeople> {
        let scope = list.policy.scope(of: caller, for: .readAssignments)
        let assignments = list.storage.reads.assignments
        return RowReader(
            number: { $0.assignment.id.number }, patient: { $0.patient.id },
            bytes: { $0.assignment.longBytes + $0.patient.longBytes + $0.doctor.longBytes }
        ) { numbers throws(Failure) in
            let found = try await assignments.find(Set(numbers.compactMap { AssignmentID($0) }), in: scope)
            return try await withPeople(found, for: caller)
        }
    }

    /// Each mapping with its patient and doctor, where the caller may see both.
    private func withPeople(
        _ assignments: [Assignment], for caller: Caller
    ) async throws(Failure) -> [AssignmentWithPeople] {
        let (reads, policy) = (list.storage.reads, list.policy)
        let patients = try await reads.patients.find(
            Set(assignments.map(\.details.patient)), in: policy.scope(of: caller, for: .readPatients))
        let doctors = try await reads.doctors.find(Set(assignments.map(\.details.doctor)))
        let patientsByID = Dictionary(uniqueKeysWithValues: patients.map { ($0.id, $0) })
        let doctorsByID = Dictionary(uniqueKeysWithValues: doctors.map { ($0.id, $0) })
        return assignments.compactMap { assignment in
            guard let patient = patientsByID[assignment.details.patient],
                let doctor = doctorsByID[assignment.details.doctor]
            else { return nil }
            return AssignmentWithPeople(assignment: assignment, patient: patient, doctor: doctor)
        }
    }
}

/// A mapping together with the people whom it joins.
public struct AssignmentWithPeople: Equatable, Sendable {
    public let assignment: Assignment
    public let patient: Patient
    public let doctor: Doctor
}
