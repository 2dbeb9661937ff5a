import HTTPTransport

/// What is told about `/hospital/api/doctors/`.
enum HospitalDoctorOperations {
    private static let schema = Shape.hospitalDoctor.schema

    static let list = Operation(
        "hospitalListDoctors", .hospital, "List doctors", "All doctors, by number.",
        parameters: Parameter.paging,
        answers: [.list(of: schema, page: "HospitalDoctorPage", example: example)])

    static let register = Operation(
        "hospitalCreateDoctor", .hospital, "Register a doctor", "The doctor takes ten appointments a day.",
        body: BodyContent(
            "HospitalDoctorInput", errors: "HospitalDoctorErrors",
            [
                HospitalDoctorFields.firstName.hospitalProperty(), HospitalDoctorFields.lastName.hospitalProperty(),
                HospitalDoctorFields.department.hospitalProperty(), HospitalDoctorFields.email.hospitalProperty(),
                HospitalDoctorFields.gender.hospitalProperty(),
            ],
            examples: [
                Example(
                    "doctor", "A doctor",
                    [
                        "firstname": "Ines", "lastname": "Holm", "specialization": "CARD",
                        "email": "ines.holm@example.org", "gender": "F",
                    ])
            ]), traits: [.idempotencyKey, .restricted],
        answers: [.json(201, "The new doctor.", schema, examples: [Example("doctor", "A doctor", example)])])

    static let find = Operation(
        "hospitalGetDoctor", .hospital, "Read a doctor",
        answers: [.json(200, "The doctor.", schema, examples: [Example("doctor", "A doctor", example)]), .noSuchDoctor])

    static let change = Operation(
        "hospitalPutDoctor", .hospital, "Change a doctor",
        "Changes the members that are sent. One that is sent back as it was answered changes nothing.",
        body: BodyContent(
            "HospitalDoctorChange", errors: "HospitalDoctorChangeErrors",
            [
                HospitalDoctorFields.firstName.hospitalProperty(isChange: true),
                HospitalDoctorFields.lastName.hospitalProperty(isChange: true),
                HospitalDoctorFields.department.hospitalProperty(isChange: true),
                HospitalDoctorFields.email.hospitalProperty(isChange: true),
            ], examples: [Example("department", "Another department", ["specialization": "NEUR"])]),
        traits: [.restricted],
        answers: [
            .json(
                200, "What can be changed, as it is now.", Shape.changedHospitalDoctor.schema,
                examples: [
                    Example(
                        "doctor", "A doctor",
                        [
                            "firstname": "Ines", "lastname": "Holm", "specialization": "NEUR",
                            "email": "ines.holm@example.org",
                        ])
                ]), .noSuchDoctor,
        ])

    static let delete = Operation(
        "hospitalDeleteDoctor", .hospital, "Delete a doctor", "Mappings and appointments of the doctor go along.",
        traits: [.restricted], answers: [.empty(204, "The doctor is gone."), .noSuchDoctor])

    static let example: JSONValue = [
        "id": 4, "firstname": "Ines", "lastname": "Holm", "specialization": "CARD", "max_appointments_per_day": 10,
        "gender": "F",
    ]
}

extension DocumentedAnswer {
    fileprivate static let noSuchDoctor = DocumentedAnswer.json(
        404, "There is no such doctor; `detail` when the id is no number.", .either(Shape.message.schema, .detail),
        examples: [Example("message", "Not found", ["msg": "Doctor Not Found"])])
}
