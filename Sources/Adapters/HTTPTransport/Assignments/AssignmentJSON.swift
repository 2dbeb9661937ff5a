package import Application
package import Domain

extension Shape<Assignment> {
    /// A mapping as the API shows it.
    package static let assignment = Shape("Mapping", AssignmentMembers.self)
}

private enum AssignmentMembers: MemberList {
    typealias Record = Assignment

    static func walk(_ members: inout some MemberVisitor<Assignment>) {
        members.identifier("id", "The mapping's number.") { $0.id.number }
        members.member(AssignmentFields.patient) { $0.details.patient }
        members.member(AssignmentFields.doctor) { $0.details.doctor }
        members.member(AssignmentFields.status) { $0.details.status }
        members.member(AssignmentFields.isActive) { $0.details.status == .active }
        members.member(AssignmentFields.notes) { $0.details.notes }
        members.member(AssignmentFields.reason) { $0.details.reason }
        members.identifier("assigned_by", "The account that made the mapping.") { $0.assignedBy.number }
        members.time("assigned_at", "When the mapping was made.") { $0.assignedAt }
        members.time("updated_at", "When the mapping was last changed.") { $0.updatedAt }
    }
}

extension Shape<AssignmentWithDoctor> {
    /// A mapping together with its doctor.
    package static let assignmentWithDoctor = Shape(
        "MappingWithDoctor",
        [
            .members(of: .assignment) { $0.assignment },
            .record("doctor_details", .doctor) { $0.doctor },
        ])
}

extension JSONWriter {
    mutating func assignment(_ assignment: Assignment) { Shape.assignment.write(assignment, to: &self) }

    mutating func assignment(_ pair: AssignmentWithDoctor) { Shape.assignmentWithDoctor.write(pair, to: &self) }
}
