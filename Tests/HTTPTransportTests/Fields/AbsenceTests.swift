import HTTPTypes
import Testing

@testable import HTTPTransport

/// What a member may be when it says nothing.
struct Absence: Sendable, CustomTestStringConvertible {
    let target: Target
    let member: String
    /// The error when it is not sent, `null`, `""`, or white space in JSON, and empty in a form; `nil` when it may be.
    let absent: String?
    let null: String?
    let empty: String?
    let spaces: String?
    let emptyInForm: String?

    var testDescription: String { "\(target.path) \(member)" }

    init(
        _ target: Target, _ member: String, absent: String?, null: String?, empty: String?, spaces: String?,
        emptyInForm: String?
    ) {
        (self.target, self.member, self.absent, self.null, self.empty, self.spaces, self.emptyInForm) =
            (target, member, absent, null, empty, spaces, emptyInForm)
    }
}

@Suite("Members that say nothing")
struct AbsenceTests {
    private static let required = "This field is required."
    private static let notNull = "This field may not be null."
    private static let notBlank = "This field may not be blank."
    private static let date = "Date has wrong format. Use one of these formats instead: YYYY-MM-DD."
    private static let time =
        "Datetime has wrong format. Use one of these formats instead: "
        + "YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z]."
    private static let integer = "A valid integer is required."
    private static let boolean = "Must be a valid boolean."

    private static func notAChoice(_ text: String) -> String { "\"\(text)\" is not a valid choice." }

    private static func requiredText(_ target: Target, _ member: String) -> Absence {
        Absence(
            target, member, absent: required, null: notNull, empty: notBlank, spaces: notBlank, emptyInForm: notBlank)
    }

    private static func optionalText(_ target: Target, _ member: String) -> Absence {
        Absence(target, member, absent: nil, null: notNull, empty: nil, spaces: nil, emptyInForm: nil)
    }

    private static func optionalChoice(_ target: Target, _ member: String) -> Absence {
        Absence(
            target, member, absent: nil, null: notNull, empty: notAChoice(""), spaces: notAChoice("  "),
            emptyInForm: nil)
    }

    private static func optionalInteger(_ target: Target, _ member: String, null: String?) -> Absence {
        Absence(target, member, absent: nil, null: null, empty: integer, spaces: integer, emptyInForm: nil)
    }

    private static func reference(_ member: String) -> Absence {
        Absence(
            .mappings, member, absent: required, null: notNull, empty: notNull,
            spaces: "Incorrect type. Expected pk value, received str.", emptyInForm: notNull)
    }

    private static func optionalBoolean(_ target: Target, _ member: String) -> Absence {
        Absence(target, member, absent: nil, null: notNull, empty: boolean, spaces: boolean, emptyInForm: nil)
    }

    static let people =
        [
            requiredText(.patients, "first_name"), requiredText(.patients, "last_name"),
            requiredText(.patients, "phone_number"),
            Absence(
                .patients, "date_of_birth", absent: required, null: notNull, empty: date, spaces: date,
                emptyInForm: date),
            Absence(
                .patients, "gender", absent: required, null: notNull, empty: notAChoice(""), spaces: notAChoice("  "),
                emptyInForm: notAChoice("")),
            Absence(
                .patients, "blood_group", absent: nil, null: notNull, empty: nil, spaces: notAChoice("  "),
                emptyInForm: nil),
        ]
        + [
            "email", "address", "emergency_contact_name", "emergency_contact_phone", "medical_history", "allergies",
            "current_medications", "insurance_provider", "insurance_number",
        ].map { optionalText(.patients, $0) }
        + ["first_name", "last_name", "specialization", "license_number", "phone_number", "email"].map {
            requiredText(.doctors, $0)
        }
        + ["address", "education", "certifications", "languages_spoken"].map { optionalText(.doctors, $0) }
        + [
            Absence(
                .doctors, "date_of_birth", absent: nil, null: nil, empty: date, spaces: date, emptyInForm: nil),
            Absence(
                .doctors, "consultation_fee", absent: nil, null: nil, empty: nil, spaces: nil, emptyInForm: nil),
            optionalInteger(.doctors, "years_of_experience", null: notNull),
            optionalInteger(.doctors, "max_appointments_per_day", null: nil),
            optionalBoolean(.doctors, "is_available"),
        ]

    static let connections = [
        reference("patient"), reference("doctor"), optionalChoice(.mappings, "status"),
        optionalBoolean(.mappings, "is_active"), optionalText(.mappings, "notes"),
        optionalText(.mappings, "reason_for_assignment"),
        Absence(
            .appointments, "appointment_datetime", absent: required, null: notNull, empty: time, spaces: time,
            emptyInForm: time),
        optionalInteger(.appointments, "duration_minutes", null: notNull), optionalChoice(.appointments, "status"),
        optionalText(.appointments, "reason"), optionalText(.appointments, "notes"),
        requiredText(.registration, "username"), requiredText(.registration, "email"),
        requiredText(.registration, "password"), optionalText(.registration, "first_name"),
        optionalText(.registration, "last_name"), requiredText(.refresh, "refresh"), requiredText(.signIn, "username"),
        requiredText(.signIn, "password"),
        Absence(
            .registration, "password2", absent: nil, null: notNull, empty: notBlank, spaces: notBlank,
            emptyInForm: nil),
    ]

    @Test(
        "each member may be absent, null, empty or blank, in JSON and in a form, as the contract has it",
        arguments: people + connections)
    func matrix(absence: Absence) async throws {
        let server = try await TestServer.withTargets()
        let target = absence.target
        let answers = [
            ("absent", absence.absent, try await server.sendJSON(target.with(absence.member, nil), to: target.path)),
            ("null", absence.null, try await server.sendJSON(target.with(absence.member, "null"), to: target.path)),
            ("empty", absence.empty, try await server.sendJSON(target.with(absence.member, #""""#), to: target.path)),
            (
                "spaces", absence.spaces,
                try await server.sendJSON(target.with(absence.member, #""  ""#), to: target.path)
            ),
            (
                "empty in a form", absence.emptyInForm,
                try await server.sendForm(target.with(absence.member, #""""#), to: target.path)
            ),
        ]

        for (name, text, answer) in answers {
            let said = try answer.errors(of: absence.member)
            #expect(said == text.map { [$0] } ?? [], "\(name)")
        }
    }

    @Test("a form that leaves a boolean out did not send it")
    func booleansOfForms() async throws {
        let server = try await TestServer()

        let made = try await server.sendForm(Target.doctors.members, to: "/api/doctors/")

        #expect(made.status == 201)
        #expect(made.body.contains(#""is_available":true"#))
    }

    @Test("no body counts as an empty object", arguments: ["application/json", "text/plain", nil] as [String?])
    func noBody(type: String?) async throws {
        let server = try await TestServer()

        let answer = try await server.send(
            .post, "/api/mappings/", as: server.nurse, headers: type.map { [.contentType: $0] } ?? [:])

        #expect(answer.body == #"{"patient":["This field is required."],"doctor":["This field is required."]}"#)
    }
}

extension Received {
    /// The errors of one member; empty when it was not refused.
    func errors(of member: String) throws -> [String] {
        guard status == 400 else { return [] }
        let value = try JSONParser.parse(Array(body.utf8))
        guard case .object(let members) = value, case .array(let texts) = members[member] else { return [] }
        return texts.compactMap { text in
            if case .string(let text) = text { text } else { nil }
        }
    }
}
