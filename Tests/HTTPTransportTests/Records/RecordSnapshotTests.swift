import HTTPTypes
import Testing

@testable import HTTPTransport

/// Whole answers: status, headers, body.
@Suite("Records as they are answered")
struct RecordSnapshotTests {
    private static func made(_ body: String) -> String { snapshot(201, body) }

    /// - Parameter version: how many microseconds after 06:00 on the first of September 2025; `nil` for a list.
    private static func snapshot(_ status: Int, _ body: String, version: Int64? = 1) -> String {
        let tag = version.map { "\netag: \"\(String(1_756_706_400_000_000 + $0, radix: 36))\"" } ?? ""
        return """
            \(status)
            cache-control: no-store
            content-length: \(body.utf8.count)
            content-security-policy: default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
            content-type: application/json
            cross-origin-resource-policy: same-origin\(tag)
            referrer-policy: no-referrer
            vary: origin
            x-content-type-options: nosniff
            x-frame-options: DENY
            x-request-id: snapshot

            \(body)
            """
    }

    private static let headers: HTTPFields = [.requestID: "snapshot"]

    @Test("a patient with the members that are needed")
    func patient() async throws {
        let server = try await TestServer()

        let answer = try await server.send(
            .post, "/api/patients/", as: server.nurse, json: Body.ann, headers: Self.headers)

        #expect(
            answer.snapshot
                == Self.made(
                    #"{"id":1,"first_name":"Ann","last_name":"Archer","date_of_birth":"1990-05-15","gender":"F","#
                        + #""blood_group":"","phone_number":"+1 555 0101","email":"","address":"","#
                        + #""emergency_contact_name":"","emergency_contact_phone":"","medical_history":"","#
                        + #""allergies":"","current_medications":"","insurance_provider":"","insurance_number":"","#
                        + #""created_by":1,"created_at":"2025-09-01T06:00:00.000001Z","#
                        + #""updated_at":"2025-09-01T06:00:00.000001Z"}"#))
    }

    @Test("a patient with all members, as it was sent")
    func fullPatient() async throws {
        let server = try await TestServer()
        let json = #"""
            {"first_name":" Bo ","last_name":"O'Neil","date_of_birth":"1985-01-31","gender":"O","blood_group":"AB-",
            "phone_number":5550102,"email":"Bo@Example.ORG","address":"1 High Street\nTown","emergency_contact_name":"Cy",
            "emergency_contact_phone":"911","medical_history":"\u00e9 \"quoted\" \\ \ud83d\ude00","allergies":"nuts",
            "current_medications":"none","insurance_provider":"Mutual","insurance_number":"M-77"}
            """#

        let answer = try await server.send(.post, "/api/patients/", as: server.nurse, json: json, headers: Self.headers)

        #expect(
            answer.snapshot
                == Self.made(
                    #"{"id":1,"first_name":"Bo","last_name":"O'Neil","date_of_birth":"1985-01-31","gender":"O","#
                        + #""blood_group":"AB-","phone_number":"5550102","email":"Bo@Example.ORG","#
                        + #""address":"1 High Street\nTown","emergency_contact_name":"Cy","#
                        + #""emergency_contact_phone":"911","medical_history":"é \"quoted\" \\ 😀","allergies":"nuts","#
                        + #""current_medications":"none","insurance_provider":"Mutual","insurance_number":"M-77","#
                        + #""created_by":1,"created_at":"2025-09-01T06:00:00.000001Z","#
                        + #""updated_at":"2025-09-01T06:00:00.000001Z"}"#))
    }

    @Test("a doctor with the members that are needed")
    func doctor() async throws {
        let server = try await TestServer()

        let answer = try await server.send(
            .post, "/api/doctors/", as: server.nurse, json: Body.drHouse, headers: Self.headers)

        #expect(
            answer.snapshot
                == Self.made(
                    #"{"id":1,"first_name":"Gregory","last_name":"House","specialization":"Diagnostics","#
                        + #""license_number":"H-1","phone_number":"+1 555 0201","email":"house@example.org","#
                        + #""address":"","gender":"M","date_of_birth":null,"years_of_experience":0,"education":"","#
                        + #""certifications":"","languages_spoken":"","consultation_fee":null,"is_available":true,"#
                        + #""max_appointments_per_day":null,"created_at":"2025-09-01T06:00:00.000001Z","#
                        + #""updated_at":"2025-09-01T06:00:00.000001Z"}"#))
    }

    @Test("a doctor's numbers and truth values, as they are converted")
    func fullDoctor() async throws {
        let server = try await TestServer.withRecords()
        let json = #"""
            {"date_of_birth":"1959-06-11","years_of_experience":" 40 ","consultation_fee":150,"is_available":"off",
            "max_appointments_per_day":12.0,"languages_spoken":"English"}
            """#

        let answer = try await server.send(
            .patch, "/api/doctors/1/", as: server.nurse, json: json, headers: Self.headers)

        #expect(
            answer.snapshot
                == Self.snapshot(
                    200,
                    #"{"id":1,"first_name":"Gregory","last_name":"House","specialization":"Diagnostics","#
                        + #""license_number":"H-1","phone_number":"+1 555 0201","email":"house@example.org","#
                        + #""address":"","gender":"M","date_of_birth":"1959-06-11","years_of_experience":40,"#
                        + #""education":"","certifications":"","languages_spoken":"English","#
                        + #""consultation_fee":"150.00","is_available":false,"max_appointments_per_day":12,"#
                        + #""created_at":"2025-09-01T06:00:00.000001Z","updated_at":"2025-09-01T06:00:00.000002Z"}"#,
                    version: 2))
    }

    private static let mapping =
        #""id":1,"patient":1,"doctor":1,"status":"active","is_active":true,"notes":"","reason_for_assignment":"","#
        + #""assigned_by":1,"assigned_at":"2025-09-01T06:00:00.000001Z","updated_at":"2025-09-01T06:00:00.000001Z""#

    @Test("a mapping, and a patient's mapping with its doctor")
    func mapping() async throws {
        let server = try await TestServer.withRecords()

        let one = try await server.send(.get, "/api/mappings/1/", as: server.nurse, headers: Self.headers)
        let doctor = try await server.send(.get, "/api/doctors/1/", as: server.nurse)
        let ofPatient = try await server.send(.get, "/api/mappings/patient/1", as: server.nurse, headers: Self.headers)

        #expect(one.snapshot == Self.snapshot(200, "{\(Self.mapping)}"))
        #expect(
            ofPatient.snapshot
                == Self.snapshot(200, #"[{\#(Self.mapping),"doctor_details":\#(doctor.body)}]"#, version: nil))
    }

    @Test("an appointment")
    func appointment() async throws {
        let server = try await TestServer.withRecords()

        let answer = try await server.send(.get, "/api/appointments/1/", as: server.nurse, headers: Self.headers)

        #expect(
            answer.snapshot
                == Self.snapshot(
                    200,
                    #"{"id":1,"doctor":1,"patient":1,"appointment_datetime":"2025-09-01T10:00:00Z","#
                        + #""duration_minutes":30,"reason":"","notes":"","status":"SCHEDULED","created_by":1,"#
                        + #""created_at":"2025-09-01T06:00:00.000001Z","updated_at":"2025-09-01T06:00:00.000001Z"}"#))
    }

    @Test("lists are bare arrays", arguments: ["patients", "doctors", "mappings", "appointments"])
    func lists(path: String) async throws {
        let server = try await TestServer.withRecords()

        let one = try await server.send(.get, "/api/\(path)/1/", as: server.nurse)
        let list = try await server.send(.get, "/api/\(path)/", as: server.nurse, headers: Self.headers)

        #expect(list.snapshot == Self.snapshot(200, "[\(one.body)]", version: nil))
    }

    @Test("a deletion is answered by nothing at all", arguments: ["patients", "doctors", "mappings", "appointments"])
    func deletion(path: String) async throws {
        let server = try await TestServer.withRecords()

        let deleted = try await server.send(.delete, "/api/\(path)/1/", as: server.nurse, headers: Self.headers)
        let gone = try await server.send(.get, "/api/\(path)/1/", as: server.nurse)

        #expect(
            deleted.snapshot
                == """
                204
                cache-control: no-store
                content-security-policy: default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
                cross-origin-resource-policy: same-origin
                referrer-policy: no-referrer
                vary: origin
                x-content-type-options: nosniff
                x-frame-options: DENY
                x-request-id: snapshot


                """)
        #expect(gone.status == 404)
    }
}
