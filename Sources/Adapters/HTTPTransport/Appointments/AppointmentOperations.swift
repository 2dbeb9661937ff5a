import Domain

/// What is told about `/api/appointments/`.
enum AppointmentOperations {
    private static let record = RecordDocumentation(
        tag: .appointments, schema: Shape.appointment.schema, example: example,
        input: BodyContent(
            "AppointmentInput", errors: "AppointmentErrors", codes: DiaryRefusal.allCases.map(\.code),
            of: AppointmentFields.all,
            examples: [
                Example(
                    "booking", "A booking", ["patient": 7, "doctor": 4, "appointment_datetime": "2031-03-05T10:00:00Z"])
            ]),
        change: BodyContent(
            "AppointmentChange", errors: "AppointmentErrors", codes: DiaryRefusal.allCases.map(\.code),
            of: AppointmentFields.all, isChange: true,
            examples: [
                Example(
                    "move", "To another time",
                    ["appointment_datetime": "2031-03-05T15:45:00+05:30", "duration_minutes": 45]),
                Example("cancel", "Cancelled", ["status": "CANCELLED"]),
            ]))

    static let list = record.list(
        "listAppointments", "List appointments",
        "Appointments of the caller's patients, and those that the caller booked. By start, then id.",
        page: "AppointmentPage", parameters: AppointmentParameters.all)
    static let book = record.create(
        "createAppointment", "Book an appointment",
        "An appointment holds its time up to, not including, its end, unless it is CANCELLED or NO_SHOW. A time that "
            + "the doctor or the patient does not have is refused, with all reasons at once and the `code` of the "
            + "first.")
    static let find = record.find("getAppointment", "Read an appointment")
    static let replace = record.change(
        "putAppointment", "Change an appointment (PUT)", "Changes the members that are sent, exactly like PATCH.")
    static let change = record.change(
        "patchAppointment", "Change an appointment",
        "Moving it, or making it hold time again, is checked like a booking. SCHEDULED may become CHECKED_IN, "
            + "COMPLETED, CANCELLED or NO_SHOW; CHECKED_IN may become COMPLETED, CANCELLED or SCHEDULED; NO_SHOW may "
            + "become CHECKED_IN, and CANCELLED may become SCHEDULED.")
    static let delete = record.delete(
        "deleteAppointment", "Delete an appointment", "To keep it in lists, change its status to CANCELLED instead.")

    private static let example: JSONValue = [
        "id": 23, "doctor": 4, "patient": 7, "appointment_datetime": "2031-03-05T10:00:00Z", "duration_minutes": 30,
        "reason": "", "notes": "", "status": "SCHEDULED", "created_by": 3,
        "created_at": "2031-03-04T08:21:17.003211Z", "updated_at": "2031-03-04T08:21:17.003211Z",
    ]
}
