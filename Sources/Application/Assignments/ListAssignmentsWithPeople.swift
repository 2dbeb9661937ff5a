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
        let (reads, policy) = (list.storage.reads, list.policy)
        let assignments = page.rows
        let patients = try await reads.patients.find(
            Set(assignments.map(\.details.patient)), in: policy.scope(of: caller, for: .readPatients))
        let doctors = try await reads.doctors.find(Set(assignments.map(\.details.doctor)))
        let patientsByID = Dictionary(uniqueKeysWithValues: patients.map { ($0.id, $0) })
        let doctorsByID = Dictionary(uniqueKeysWithValues: doctors.map { ($0.id, $0) })
        let rows = assignments.compactMap { assignment -> AssignmentWithPeople? in
            guard let patient = patientsByID[assignment.details.patient],
                let doctor = doctorsByID[assignment.details.doctor]
            else { return nil }
            return AssignmentWithPeople(assignment: assignment, patient: patient, doctor: doctor)
        }
        try await list.note(rows.map(\.assignment), by: caller)
        return ListPage(rows, on: page)
    }
}

/// A mapping together with the people whom it joins.
public struct AssignmentWithPeople: Equatable, Sendable {
    public let assignment: Assignment
    public let patient: Patient
    public let doctor: Doctor
}
