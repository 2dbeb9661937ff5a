import Application
import Domain
import PostgresClient

/// Mappings as rows: the columns and their order, once for reading and once for writing.
enum AssignmentRows {
    /// What is read, in this order.
    static let columns = """
        t.id, t.patient_id, t.doctor_id, t.status, t.notes, t.reason, t.assigned_by, t.assigned_at, t.updated_at
        """

    static let outline = OutlineColumns(patient: "t.patient_id", longTexts: ["t.notes", "t.reason"])

    static let outlineWithDoctors = OutlineColumns(
        patient: "t.patient_id",
        bytes: """
            \(outline.bytes)
            + COALESCE((SELECT \(DoctorRows.outlineOfD) FROM doctors AS d WHERE d.id = t.doctor_id), 0)
            """)

    static func assignment(_ row: inout ColumnCursor) throws(PostgresError) -> Assignment {
        let id: AssignmentID = try row.id()
        let details = AssignmentDetails(
            patient: try row.id(), doctor: try row.id(), status: try row.code(), notes: try row.blankableText(),
            reason: try row.blankableText())
        return Assignment(
            id: id, details: details, assignedBy: try row.id(), assignedAt: try row.instant(),
            updatedAt: try row.instant())
    }

    /// The columns of a mapping, then those of its doctor.
    static func assignmentWithDoctor(_ row: inout ColumnCursor) throws(PostgresError) -> AssignmentWithDoctor {
        let assignment = try assignment(&row)
        return AssignmentWithDoctor(assignment: assignment, doctor: try DoctorRows.doctor(&row))
    }

    /// Patient, doctor, status, notes, reason.
    static func values(_ details: AssignmentDetails) -> [PostgresValue] {
        [
            .id(details.patient), .id(details.doctor), .code(details.status), .blankable(details.notes),
            .blankable(details.reason),
        ]
    }
}
