/// What is told about `/api/mappings/`.
enum AssignmentOperations {
    private static let record = RecordDocumentation(
        tag: .mappings, schema: Shape.assignment.schema, example: .object(JSONObject(example)),
        input: BodyContent(
            "MappingInput", errors: "MappingErrors", of: AssignmentFields.all,
            examples: [
                Example(
                    "mapping", "A doctor for a patient",
                    ["patient": 7, "doctor": 4, "reason_for_assignment": "Palpitations"])
            ]),
        change: BodyContent(
            "MappingChange", errors: "MappingErrors", of: AssignmentFields.all, isChange: true,
            examples: [Example("end", "The care is over", ["status": "completed"])]))

    static let list = record.list(
        "listMappings", "List mappings", "The mappings of patients that the caller may see. Newest first.",
        page: "MappingPage", parameters: AssignmentParameters.all)
    static let assign = record.create(
        "createMapping", "Map a doctor to a patient",
        "A patient and a doctor are mapped at most once. `status` and `is_active` are the same fact twice: when both "
            + "are sent they have to agree.")
    static let find = record.find("getMapping", "Read a mapping")
    static let replace = record.change(
        "putMapping", "Change a mapping (PUT)", "Changes the members that are sent, exactly like PATCH.")
    static let change = record.change(
        "patchMapping", "Change a mapping",
        "Changes the members that are sent. `is_active` alone: true writes `active`; false writes `inactive`, but "
            + "leaves `completed` as it is.")
    static let delete = record.delete(
        "deleteMapping", "Delete a mapping", "The patient and the doctor stay, and so do their appointments.")

    static let listOfPatient = Operation(
        "listMappingsOfPatient", .mappings, "List one patient's mappings",
        "Mappings of every status, newest first, each with the whole doctor.",
        parameters: Parameter.paging,
        answers: [
            .list(
                of: Shape.assignmentWithDoctor.schema, page: "MappingWithDoctorPage",
                example: .object(JSONObject(example + [("doctor_details", DoctorOperations.example)])))
        ])

    private static let example: [(name: String, value: JSONValue)] = [
        ("id", 11), ("patient", 7), ("doctor", 4), ("status", "active"), ("is_active", true), ("notes", ""),
        ("reason_for_assignment", "Palpitations"), ("assigned_by", 3), ("assigned_at", "2031-03-04T08:20:05.500000Z"),
        ("updated_at", "2031-03-04T08:20:05.500000Z"),
    ]
}
