/// What is told about the audit trail.
enum AuditOperations {
    static let listTrail = Operation(
        "listAuditTrail", .administration, "Read the audit trail",
        "Who did what, to which record, whose data it was about, and how it ended; never what was entered, searched for "
            + "or shown. The newest first.",
        parameters: AuditParameters.all.map(\.parameter) + Parameter.paging, traits: [.restricted],
        answers: [
            .list(of: Shape.auditEvent.schema, page: "AuditEventPage", example: .object(JSONObject(deed + place)))
        ])

    static let listAccessLog = Operation(
        "listPatientAccess", .patients, "Read who has seen and changed a patient's data",
        "For staff in charge, administrators, and the patient. The newest first.",
        parameters: AuditParameters.ofPatient.map(\.parameter) + Parameter.paging, traits: [.restricted],
        answers: [
            .list(
                of: Shape.patientAccess.schema, page: "PatientAccessPage",
                example: .object(JSONObject(deed + [("username", "nurse.joy")])))
        ])

    private static let deed: [(String, JSONValue)] = [
        ("id", 90321), ("at", "2031-03-03T08:02:11.120394Z"), ("action", "patient.changed"), ("outcome", "done"),
        ("account", 3), ("role", "staff"), ("record", "patient"), ("record_id", 7),
        ("changed", ["allergies", "phone_number"]),
    ]
    private static let place: [(String, JSONValue)] = [
        ("session", "5f2b9f0c6d4e4f7c8a1b2c3d4e5f6071"), ("address", "192.0.2.7"),
        ("request", "0d4c5a1c9b7e4f6f8a3e2d1c0b9a8f7e"), ("patients", [7]),
    ]
}
