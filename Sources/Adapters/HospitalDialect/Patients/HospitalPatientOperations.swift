import HTTPTransport

/// What is told about `/hospital/api/patients/`.
enum HospitalPatientOperations {
    private static let schema = Shape.hospitalPatient.schema

    static let list = Operation(
        "hospitalListPatients", .hospital, "List patients", "The patients that the caller may see, by number.",
        parameters: Parameter.paging,
        answers: [.list(of: schema, page: "HospitalPatientPage", example: example)])

    static let register = Operation(
        "hospitalCreatePatient", .hospital, "Register a patient",
        "The age is kept as a date of birth, estimated as this day so many years ago. The patient claims the e-mail "
            + "address: no other one who claims it can be registered.",
        body: BodyContent(
            "HospitalPatientInput", errors: "HospitalPatientErrors",
            [
                HospitalPatientFields.firstName.hospitalProperty(), HospitalPatientFields.lastName.hospitalProperty(),
                HospitalPatientFields.age.hospitalProperty(), HospitalPatientFields.gender.hospitalProperty(),
                HospitalPatientFields.email.hospitalProperty(),
            ],
            examples: [
                Example(
                    "patient", "A patient",
                    [
                        "firstname": "Tomás", "lastname": "Okafor", "age": 54, "gender": "M",
                        "email": "tomas.okafor@example.org",
                    ])
            ]), traits: [.idempotencyKey, .restricted],
        answers: [.json(201, "The new patient.", schema, examples: [Example("patient", "A patient", example)])])

    static let find = Operation(
        "hospitalGetPatient", .hospital, "Read a patient",
        answers: [
            .json(200, "The patient.", schema, examples: [Example("patient", "A patient", example)]), .noSuchPatient,
        ])

    static let change = Operation(
        "hospitalPutPatient", .hospital, "Change a patient",
        "Changes the members that are sent. One that is sent back as it was answered changes nothing. Another e-mail "
            + "address is claimed from then on.",
        body: BodyContent(
            "HospitalPatientChange", errors: "HospitalPatientChangeErrors",
            [
                HospitalPatientFields.firstName.hospitalProperty(isChange: true),
                HospitalPatientFields.lastName.hospitalProperty(isChange: true),
                HospitalPatientFields.age.hospitalProperty(isChange: true),
                HospitalPatientFields.email.hospitalProperty(isChange: true),
            ], examples: [Example("birthday", "A birthday", ["age": 55])]), traits: [.restricted],
        answers: [
            .json(
                200, "What can be changed, as it is now.", Shape.changedHospitalPatient.schema,
                examples: [
                    Example(
                        "patient", "A patient",
                        [
                            "firstname": "Tomás", "lastname": "Okafor", "age": 55,
                            "email": "tomas.okafor@example.org",
                        ])
                ]), .noSuchPatient,
        ])

    static let delete = Operation(
        "hospitalDeletePatient", .hospital, "Delete a patient", "Mappings and appointments of the patient go along.",
        traits: [.restricted], answers: [.empty(204, "The patient is gone."), .noSuchPatient])

    static let example: JSONValue = [
        "id": 7, "firstname": "Tomás", "lastname": "Okafor", "age": 54, "gender": "M", "created_by": 3,
    ]
}

extension DocumentedAnswer {
    fileprivate static let noSuchPatient = DocumentedAnswer.json(
        404, "There is no such patient, or the caller may not see it; `detail` when the id is no number.",
        .either(Shape.message.schema, .detail),
        examples: [Example("message", "Not found", ["msg": "Patient Not Found"])])
}
