import HTTPTransport

/// What is told about `/hospital/api/mappings/`.
enum HospitalMappingOperations {
    static let list = Operation(
        "hospitalListMappings", .hospital, "List mappings",
        "The mappings of patients that the caller may see, by number, each with the whole patient and doctor.",
        parameters: Parameter.paging,
        answers: [
            .list(
                of: Shape.hospitalMapping.schema, page: "HospitalMappingPage",
                example: [
                    "id": 11, "patient": HospitalPatientOperations.example,
                    "doctor": HospitalDoctorOperations.example, "assigned_at": "2031-03-04T08:20:05.500000Z",
                ])
        ])

    static let assign = Operation(
        "hospitalCreateMapping", .hospital, "Map a doctor to a patient",
        body: BodyContent(
            "HospitalMappingInput", errors: "HospitalMappingErrors",
            [AssignmentFields.patient.hospitalProperty(), AssignmentFields.doctor.hospitalProperty()],
            examples: [Example("mapping", "A doctor for a patient", ["patient": 7, "doctor": 4])]),
        traits: [.idempotencyKey, .restricted],
        answers: [
            .json(
                201, "The new mapping.", Shape.newHospitalMapping.schema,
                examples: [
                    Example(
                        "mapping", "A mapping",
                        ["id": 11, "patient": 7, "doctor": 4, "assigned_at": "2031-03-04T08:20:05.500000Z"])
                ]),
            .json(
                409, "The two are mapped already, or a request with this `Idempotency-Key` is still under way.",
                .detail,
                examples: [Example("mapped", "Mapped already", ["detail": "Mapping already exists"])]),
        ])

    static let doctorsOfPatient = Operation(
        "hospitalListDoctorsOfPatient", .hospital, "List the doctors of a patient",
        "In the order in which they were assigned.",
        answers: [
            .json(
                200, "The patient's name and the doctors.", Shape.doctorsOfPatient.schema,
                examples: [
                    Example(
                        "doctors", "One doctor",
                        ["patient": "Tomás Okafor", "doctors": [HospitalDoctorOperations.example]])
                ]),
            .json(
                404, "There is no such patient, or the caller may not see it.", .detail,
                examples: [Example("detail", "Not found", ["detail": "Patient Not Found"])]),
        ])

    static let delete = Operation(
        "hospitalDeleteMapping", .hospital, "Delete a mapping", traits: [.conditionalWrite, .restricted],
        answers: [
            .empty(204, "The mapping is gone."),
            .json(
                404, "There is no such mapping, or the caller may not see it.", .detail,
                examples: [Example("detail", "Not found", ["detail": "Mapping not found"])]),
        ])
}
