import Testing

@testable import HTTPTransport

@Suite("Limits of members")
struct LimitTests {
    private static func tooLong(_ limit: Int) -> String { "Ensure this field has no more than \(limit) characters." }

    static let lengths: [(Target, String, Int)] = [
        (.patients, "first_name", 100), (.patients, "last_name", 100), (.patients, "phone_number", 20),
        (.patients, "address", 10_000), (.patients, "emergency_contact_name", 100),
        (.patients, "emergency_contact_phone", 20), (.patients, "medical_history", 10_000),
        (.patients, "allergies", 10_000), (.patients, "current_medications", 10_000),
        (.patients, "insurance_provider", 100), (.patients, "insurance_number", 50), (.doctors, "first_name", 100),
        (.doctors, "last_name", 100), (.doctors, "specialization", 100), (.doctors, "license_number", 50),
        (.doctors, "phone_number", 20), (.doctors, "address", 10_000), (.doctors, "education", 10_000),
        (.doctors, "certifications", 10_000), (.doctors, "languages_spoken", 200), (.mappings, "notes", 10_000),
        (.mappings, "reason_for_assignment", 10_000), (.appointments, "reason", 10_000),
        (.appointments, "notes", 10_000),
        (.registration, "username", 150), (.registration, "first_name", 150), (.registration, "last_name", 150),
    ]

    @Test("text of the greatest length is taken, one character more is refused", arguments: lengths)
    func lengthLimit(target: Target, member: String, limit: Int) async throws {
        let server = try await TestServer.withTargets()
        // Characters outside ASCII take more than a byte, and count as one.
        let longest = "\"" + String(repeating: "é", count: limit) + "\""
        let longer = "\"" + String(repeating: "é", count: limit + 1) + "\""

        let refused = try await server.sendJSON(target.with(member, longer), to: target.path)
        let taken = try await server.sendJSON(target.with(member, longest), to: target.path)

        #expect(try refused.errors(of: member) == [Self.tooLong(limit)])
        #expect(taken.status == 201, "\(taken.body)")
    }

    @Test(
        "values at the edges are taken, those beyond are refused",
        arguments: [
            (.doctors, "years_of_experience", "80", nil), (.doctors, "years_of_experience", "0", nil),
            (.doctors, "years_of_experience", "81", "Ensure this value is less than or equal to 80."),
            (.doctors, "years_of_experience", "-1", "Ensure this value is greater than or equal to 0."),
            (.doctors, "years_of_experience", "99999999999999999999", "Ensure this value is less than or equal to 80."),
            (.doctors, "max_appointments_per_day", "200", nil),
            (.doctors, "max_appointments_per_day", "201", "Ensure this value is less than or equal to 200."),
            (.doctors, "consultation_fee", "99999999.99", nil),
            (.doctors, "consultation_fee", "-0.01", "Ensure this value is greater than or equal to 0."),
            (
                .doctors, "consultation_fee", #""100000000.00""#,
                "Ensure that there are no more than 10 digits in total."
            ),
            (.doctors, "consultation_fee", #""1.005""#, "Ensure that there are no more than 2 decimal places."),
            (
                .doctors, "consultation_fee", "123456789",
                "Ensure that there are no more than 8 digits before the decimal point."
            ),
            (.doctors, "consultation_fee", "[]", "A valid number is required."),
            (.appointments, "duration_minutes", "5", nil), (.appointments, "duration_minutes", "1440", nil),
            (.appointments, "duration_minutes", "4", "Ensure this value is greater than or equal to 5."),
            (.appointments, "duration_minutes", "1441", "Ensure this value is less than or equal to 1440."),
            (.appointments, "appointment_datetime", #""2999-12-31T23:59:59Z""#, nil),
            (.appointments, "appointment_datetime", #""3000-01-01T00:00:00Z""#, "Datetime value out of range."),
            (.appointments, "appointment_datetime", #""2999-12-31T23:59:59-00:01""#, "Datetime value out of range."),
            (.appointments, "appointment_datetime", #""1899-12-31T23:59:59Z""#, "Datetime value out of range."),
            (.patients, "date_of_birth", #""2025-09-01""#, nil),
            (.patients, "date_of_birth", #""2025-09-02""#, "Date of birth cannot be in the future."),
            (.patients, "date_of_birth", #""1900-01-01""#, nil),
            (.patients, "date_of_birth", #""1899-12-31""#, "Date of birth cannot be before 1900-01-01."),
            (.doctors, "date_of_birth", #""2025-09-02""#, "Date of birth cannot be in the future."),
            (.patients, "first_name", #""A\u0000""#, "Null characters are not allowed."),
            (.patients, "first_name", "true", "Not a valid string."), (.patients, "first_name", "7", nil),
            (.patients, "gender", #""m""#, #""m" is not a valid choice."#),
            (.patients, "blood_group", #""C+""#, #""C+" is not a valid choice."#),
            (.mappings, "patient", "0", #"Invalid pk "0" - object does not exist."#),
            (.mappings, "patient", #""one""#, "Incorrect type. Expected pk value, received str."),
            (.mappings, "patient", "{}", "Incorrect type. Expected pk value, received dict."),
            (.mappings, "patient", #""1""#, nil),
        ] as [(Target, String, String, String?)])
    func edges(target: Target, member: String, value: String, text: String?) async throws {
        let server = try await TestServer.withTargets()

        let answer = try await server.sendJSON(target.with(member, value), to: target.path)

        #expect(try answer.errors(of: member) == text.map { [$0] } ?? [])
        #expect(answer.status == (text == nil ? 201 : 400))
    }

    @Test("today is UTC's")
    func midnight() async throws {
        let server = try await TestServer()
        server.clock.advance(seconds: 18 * 3_600 - 1)

        let evening = try await server.sendJSON(
            Target.patients.with("date_of_birth", #""2025-09-02""#), to: "/api/patients/")
        server.clock.advance(seconds: 1)
        let midnight = try await server.sendJSON(
            Target.patients.with("date_of_birth", #""2025-09-02""#), to: "/api/patients/")

        #expect(evening.status == 400)
        #expect(midnight.status == 201)
    }
}
