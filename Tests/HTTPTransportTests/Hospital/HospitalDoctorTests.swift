import Domain
import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite struct `Doctors in the hospital contract` {
    @Test func `are answered with their department's code, and with their e-mail address when they are changed`()
        async throws
    {
        let server = try await TestServer()

        let made = try await server.hospital(.post, "doctors/", HospitalBody.drDoe)
        let changed = try await server.hospital(.put, "doctors/1/", #"{"specialization":"NEUR","gender":"F"}"#)
        let found = try await server.hospital(.get, "doctors/1/")
        let listed = try await server.hospital(.get, "doctors")

        let doe = #"""
            {"id":1,"firstname":"John","lastname":"Doe","specialization":"DERM","max_appointments_per_day":10,"gender":"M"}
            """#
        #expect(made.status == 201 && made.body == doe)
        #expect(
            changed.body == #"{"firstname":"John","lastname":"Doe","specialization":"NEUR","email":"doe@example.org"}"#)
        #expect(found.body == doe.replacing("DERM", with: "NEUR"))
        #expect(listed.body == "[\(found.body)]")
    }

    @Test func `are in the clinic's own API without licence and telephone`() async throws {
        let server = try await TestServer()
        _ = try await server.hospital(.post, "doctors/", HospitalBody.drDoe)

        let record = try await server.nativeRecord("doctors/1/")

        #expect(
            record == #"""
                {"id":1,"first_name":"John","last_name":"Doe","specialization":"Dermatology","license_number":"",\#
                "phone_number":"","email":"doe@example.org","address":"","gender":"M","date_of_birth":null,\#
                "years_of_experience":0,"education":"","certifications":"","languages_spoken":"",\#
                "consultation_fee":null,"is_available":true,"max_appointments_per_day":10,\#
                "created_at":"2025-09-01T06:00:00.000001Z"
                """#)
    }

    @Test(arguments: [
        ("Cardiology", "CARD"), ("dermatology", "DERM"), ("Neurology", "NEUR"), ("ORTHOPEDICS", "ORTH"),
        ("Pediatrics", "PED"), ("General medicine", "GEN"), ("Oncology", "GEN"), ("CARD", "GEN"),
    ]) func `have the code of their department, and GEN for any other specialization`(
        specialization: String, code: String
    ) async throws {
        let server = try await TestServer()
        _ = try await server.native(.post, "doctors/", Body.drHouse.replacing("Diagnostics", with: specialization))

        let answer = try await server.hospital(.get, "doctors/1/")

        #expect(answer.body.contains(#""specialization":"\#(code)","max_appointments_per_day":null"#))
    }

    @Test func `keep what a client sends back as it was answered, however much more is known`() async throws {
        let server = try await TestServer()
        let name = String(repeating: "n", count: 100)
        let email = String(repeating: "e", count: 140) + "@example.org"
        _ = try await server.native(
            .post, "doctors/",
            Body.drHouse.replacing("House", with: name).replacing("house@example.org", with: email)
                .replacing(#""gender": "M""#, with: #""gender": "O", "consultation_fee": "12.50""#))
        let before = try await server.nativeRecord("doctors/1/")

        let answered = try await server.hospital(.put, "doctors/1/", "{}")
        let again = try await server.hospital(.put, "doctors/1/", answered.body)

        #expect(
            answered.body == #"""
                {"firstname":"Gregory","lastname":"\#(name.prefix(64))","specialization":"GEN","email":"\#(email)"}
                """#)
        #expect(again.status == 200 && again.body == answered.body)
        #expect(try await server.nativeRecord("doctors/1/") == before)
    }

    @Test func `keep all that this contract does not have when their department changes`() async throws {
        let server = try await TestServer()
        _ = try await server.native(.post, "doctors/", Body.drHouse)
        let before = try await server.nativeRecord("doctors/1/")

        _ = try await server.hospital(.put, "doctors/1/", #"{"specialization":"PED","max_appointments_per_day":1}"#)

        #expect(
            try await server.nativeRecord("doctors/1/") == before.replacing("Diagnostics", with: "Pediatrics"))
    }

    @Test func `get licence and telephone natively, which cannot be taken away again`() async throws {
        let server = try await TestServer()
        _ = try await server.hospital(.post, "doctors/", HospitalBody.drDoe)
        let record = try await server.native(.get, "doctors/1/").body

        let sentBack = try await server.native(.put, "doctors/1/", record)
        let given = try await server.native(
            .patch, "doctors/1/", #"{"license_number":"D-1","phone_number":"555"}"#)
        let taken = try await server.native(.patch, "doctors/1/", #"{"license_number":"","phone_number":""}"#)
        let missing = try await server.native(.post, "doctors/", "{}")

        #expect(sentBack.status == 200 && given.status == 200)
        #expect(
            taken.body == #"""
                {"license_number":["This field may not be blank."],"phone_number":["This field may not be blank."]}
                """#)
        #expect(missing.body.contains(#""license_number":["This field is required."]"#))
        #expect(missing.body.contains(#""phone_number":["This field is required."]"#))
    }

    @Test func `are refused with all faults at once, under the names of the contract`() async throws {
        let server = try await TestServer()
        _ = try await server.hospital(.post, "doctors/", HospitalBody.drDoe)

        let made = try await server.hospital(
            .post, "doctors/", HospitalBody.drDoe.replacing("DERM", with: "Cardiology").replacing("John", with: ""))
        let changed = try await server.hospital(.put, "doctors/1/", #"{"specialization":null,"email":""}"#)

        #expect(
            made.body == #"""
                {"firstname":["This field may not be blank."],\#
                "specialization":["\"Cardiology\" is not a valid choice."],\#
                "email":["doctor with this email already exists."]}
                """#)
        #expect(
            changed.body == #"""
                {"specialization":["This field may not be null."],"email":["This field may not be blank."]}
                """#)
    }
}
