public import Domain

/// Reads one mapping together with its patient and its doctor.
public struct FindAssignmentWithPeople: Sendable {
    let find: FindAssignment

    /// What is noted is that the mapping was read, whose patient the note names.
    ///
    /// - Throws: `.notFound(.assignment)`, also for a mapping of a patient whom the caller may not see.
    public func callAsFunction(_ id: AssignmentID, for caller: Caller) async throws(Failure) -> AssignmentWithPeople {
        let assignment = try await find(id, for: caller)
        let reads = find.storage.reads
        let scope = find.policy.scope(of: caller, for: .readPatients)
        guard let patient = try await reads.patients.find(assignment.details.patient, in: scope),
            let doctor = try await reads.doctors.find(assignment.details.doctor)
        else { throw .notFound(.assignment) }
        return AssignmentWithPeople(assignment: assignment, patient: patient, doctor: doctor)
    }
}
