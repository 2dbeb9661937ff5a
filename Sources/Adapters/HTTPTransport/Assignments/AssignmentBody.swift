package import Application
package import Domain

extension BodyReader {
    /// What a body says about a mapping.
    ///
    /// - Parameter present: the details before the request, which members that were not sent keep.
    package mutating func assignmentForm(over present: AssignmentDetails?) -> AssignmentForm {
        let patient = value(AssignmentFields.patient, or: present?.patient)
        let doctor = value(AssignmentFields.doctor, or: present?.doctor)
        let status = optional(AssignmentFields.status)
        let isActive = optional(AssignmentFields.isActive)
        let notes = optional(AssignmentFields.notes, or: present?.notes)
        let reason = optional(AssignmentFields.reason, or: present?.reason)
        return AssignmentForm(
            patient: patient, doctor: doctor, previousStatus: present?.status ?? .active, status: status,
            isActive: isActive, notes: notes, reason: reason, check: check)
    }
}
