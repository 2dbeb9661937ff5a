import Domain
import PostgresClient

/// Appointments as rows: the columns and their order, once for reading and once for writing.
enum AppointmentRows {
    /// What is read, in this order.
    static let columns = """
        t.id, t.doctor_id, t.patient_id, t.starts_at, t.ends_at, t.reason, t.notes, t.status, t.created_by,
        t.created_at, t.updated_at
        """

    static let outline = OutlineColumns(patient: "t.patient_id", longTexts: ["t.reason", "t.notes"])

    static func appointment(_ row: inout ColumnCursor) throws(PostgresError) -> Appointment {
        let id: AppointmentID = try row.id()
        let details = AppointmentDetails(
            doctor: try row.id(), patient: try row.id(), slot: try row.slot(), reason: try row.blankableText(),
            notes: try row.blankableText(), status: try row.code())
        return Appointment(
            id: id, details: details, createdBy: try row.id(), createdAt: try row.instant(),
            updatedAt: try row.instant())
    }

    /// Doctor, patient, start, end, reason, notes, status.
    static func values(_ details: AppointmentDetails) -> [PostgresValue] {
        [
            .id(details.doctor), .id(details.patient), .instant(details.slot.start.instant),
            .instant(details.slot.end), .blankable(details.reason), .blankable(details.notes), .code(details.status),
        ]
    }
}
