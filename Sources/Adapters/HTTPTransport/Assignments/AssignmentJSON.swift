import Application
import Domain

extension JSONWriter {
    /// A mapping as the API shows it.
    mutating func assignment(_ assignment: Assignment) {
        beginObject()
        members(of: assignment)
        endObject()
    }

    /// A mapping together with its doctor.
    mutating func assignment(_ pair: AssignmentWithDoctor) {
        beginObject()
        members(of: pair.assignment)
        key("doctor_details")
        doctor(pair.doctor)
        endObject()
    }

    private mutating func members(of assignment: Assignment) {
        let details = assignment.details
        member("id", assignment.id.number)
        member("patient", details.patient.number)
        member("doctor", details.doctor.number)
        member("status", details.status.rawValue)
        member("is_active", details.status == .active)
        member("notes", details.notes?.text ?? "")
        member("reason_for_assignment", details.reason?.text ?? "")
        member("assigned_by", assignment.assignedBy.number)
        member("assigned_at", assignment.assignedAt)
        member("updated_at", assignment.updatedAt)
    }
}
