import Domain
import GRDB

/// How a mapping lies in a row.
enum SQLiteAssignmentRow {
    /// What is read, in the order in which `assignment(from:)` reads it. With the table's name, for joins.
    static let columns =
        (["id", "assigned_by", "assigned_at", "updated_at"] + writtenColumns)
        .map { "assignments.\($0)" }.joined(separator: ", ")

    /// What people enter, in the order of `values(of:)`.
    static let writtenColumns = ["patient_id", "doctor_id", "status", "notes", "reason"]

    static func values(of details: AssignmentDetails) -> SQLiteValues {
        [
            details.patient.number, details.doctor.number, details.status.rawValue, details.notes?.text ?? "",
            details.reason?.text ?? "",
        ]
    }

    static func assignment(from row: inout SQLiteRowReader) throws -> Assignment {
        let id: AssignmentID = try row.id()
        let assignedBy: AccountID = try row.id()
        let assignedAt = try row.instant()
        let updatedAt = try row.instant()
        let details = AssignmentDetails(
            patient: try row.id(), doctor: try row.id(), status: try row.code(), notes: try row.optionalText(),
            reason: try row.optionalText())
        return Assignment(
            id: id, details: details, assignedBy: assignedBy, assignedAt: assignedAt, updatedAt: updatedAt)
    }
}
