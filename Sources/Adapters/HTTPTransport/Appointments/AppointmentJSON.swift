import Domain

extension JSONWriter {
    /// An appointment as the API shows it.
    mutating func appointment(_ appointment: Appointment) {
        let details = appointment.details
        beginObject()
        member("id", appointment.id.number)
        member("doctor", details.doctor.number)
        member("patient", details.patient.number)
        member("appointment_datetime", details.slot.start.instant)
        member("duration_minutes", details.slot.length.number)
        member("reason", details.reason?.text ?? "")
        member("notes", details.notes?.text ?? "")
        member("status", details.status.rawValue)
        member("created_by", appointment.createdBy.number)
        member("created_at", appointment.createdAt)
        member("updated_at", appointment.updatedAt)
        endObject()
    }
}
