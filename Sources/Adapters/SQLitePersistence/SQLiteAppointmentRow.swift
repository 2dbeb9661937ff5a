import Domain
import GRDB

/// How an appointment lies in a row.
enum SQLiteAppointmentRow {
    /// What is read, in the order in which `appointment(from:)` reads it.
    static let columns = "id, created_by, created_at, updated_at, " + writtenColumns.joined(separator: ", ")

    /// What people enter, in the order of `values(of:)`.
    static let writtenColumns = ["doctor_id", "patient_id", "starts_at", "ends_at", "reason", "notes", "status"]

    static func values(of details: AppointmentDetails) -> SQLiteValues {
        [
            details.doctor.number, details.patient.number, details.slot.start.instant.microseconds,
            details.slot.end.microseconds, details.reason?.text ?? "", details.notes?.text ?? "",
            details.status.rawValue,
        ]
    }

    static func appointment(from row: inout SQLiteRowReader) throws -> Appointment {
        let id: AppointmentID = try row.id()
        let createdBy: AccountID = try row.id()
        let createdAt = try row.instant()
        let updatedAt = try row.instant()
        let details = AppointmentDetails(
            doctor: try row.id(), patient: try row.id(), slot: try slot(from: &row), reason: try row.optionalText(),
            notes: try row.optionalText(), status: try row.code())
        return Appointment(
            id: id, details: details, createdBy: createdBy, createdAt: createdAt, updatedAt: updatedAt)
    }

    /// Reads `starts_at` and `ends_at`, which are whole minutes apart.
    static func slot(from row: inout SQLiteRowReader) throws -> Slot {
        let start = try row.instant()
        let end = try row.instant()
        let minutes = (end.microseconds - start.microseconds) / 60_000_000
        return Slot(start: AppointmentStart(stored: start), length: AppointmentLength(stored: Int(minutes)))
    }
}
