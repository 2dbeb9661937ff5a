/// What is told about `/api/patients/`.
enum PatientOperations {
    private static let record = RecordDocumentation(
        tag: .patients, schema: Shape.patient.schema, example: example,
        input: BodyContent(
            "PatientInput", errors: "PatientErrors", of: PatientFields.all,
            examples: [
                Example("least", "What is needed", least), Example("more", "With clinical notes", more),
            ]),
        change: BodyContent(
            "PatientChange", errors: "PatientErrors", of: PatientFields.all, isChange: true,
            examples: [Example("change", "A new number", ["phone_number": "555-0134", "allergies": "Penicillin"])]))

    static let list = record.list(
        "listPatients", "List patients",
        "The patients that the caller may see: those the account registered, or all for an administrator. "
            + "Newest first.", page: "PatientPage", parameters: PatientParameters.all)
    static let register = record.create(
        "createPatient", "Register a patient", "The caller is noted as the one who registered the patient.")
    static let find = record.find("getPatient", "Read a patient")
    static let replace = record.change(
        "putPatient", "Change a patient (PUT)", "Changes the members that are sent, exactly like PATCH.")
    static let change = record.change(
        "patchPatient", "Change a patient", "Changes the members that are sent; others keep their values.")
    static let delete = record.delete(
        "deletePatient", "Delete a patient", "Mappings and appointments of the patient go along.")

    private static let least: JSONValue = [
        "first_name": "Ann", "last_name": "Lee", "date_of_birth": "1990-05-15", "gender": "F",
        "phone_number": "555-0100",
    ]
    private static let more: JSONValue = [
        "first_name": "Tomás", "last_name": "Okafor", "date_of_birth": "1972-11-03", "gender": "M",
        "phone_number": "+44 20 7946 0100", "blood_group": "AB+", "email": "tomas.okafor@example.org",
        "address": "12 Harbour Row", "emergency_contact_name": "Ida Okafor",
        "emergency_contact_phone": "+44 20 7946 0101", "medical_history": "Asthma since childhood",
        "allergies": "Pollen", "current_medications": "Salbutamol as needed", "insurance_provider": "Harbour Mutual",
        "insurance_number": "HM-204-117",
    ]
    private static let example: JSONValue = [
        "id": 7, "first_name": "Ann", "last_name": "Lee", "date_of_birth": "1990-05-15", "gender": "F",
        "blood_group": "", "phone_number": "555-0100", "email": "", "address": "", "emergency_contact_name": "",
        "emergency_contact_phone": "", "medical_history": "", "allergies": "", "current_medications": "",
        "insurance_provider": "", "insurance_number": "", "created_by": 3, "created_at": "2031-03-04T08:15:42.120045Z",
        "updated_at": "2031-03-04T08:15:42.120045Z",
    ]
}
