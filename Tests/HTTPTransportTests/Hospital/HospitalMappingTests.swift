import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite struct `Mappings in the hospital contract` {
    @Test func `are made by numbers and listed with their people`() async throws {
        let server = try await server()

        let made = try await server.hospital(.post, "mappings/", Body.mapping)
        let listed = try await server.hospital(.get, "mappings/")
        let patient = try await server.hospital(.get, "patients/1/")
        let doctor = try await server.hospital(.get, "doctors/1/")

        let time = "2025-09-01T06:00:00.000001Z"
        #expect(made.status == 201)
        #expect(made.body == #"{"id":1,"patient":1,"doctor":1,"assigned_at":"\#(time)"}"#)
        #expect(
            listed.body
                == #"[{"id":1,"patient":\#(patient.body),"doctor":\#(doctor.body),"assigned_at":"\#(time)"}]"#)
    }

    @Test func `say who treats a patient, in the order in which they were assigned`() async throws {
        let server = try await server()
        _ = try await server.native(.post, "doctors/", Body.drGrey)
        let none = try await server.hospital(.get, "mappings/1/")
        _ = try await server.hospital(.post, "mappings/", #"{"patient":1,"doctor":2}"#)
        server.clock.advance(seconds: 1)
        _ = try await server.hospital(.post, "mappings/", #"{"patient":1,"doctor":1}"#)

        let both = try await server.hospital(.get, "mappings/1")
        let doctors = (
            try await server.hospital(.get, "doctors/1/").body, try await server.hospital(.get, "doctors/2/").body
        )

        #expect(none.body == #"{"patient":"Syed Mehdi","doctors":[]}"#)
        #expect(both.body == #"{"patient":"Syed Mehdi","doctors":[\#(doctors.1),\#(doctors.0)]}"#)
    }

    @Test func `are the clinic's own: made in one API, seen in the other`() async throws {
        let server = try await server()
        _ = try await server.hospital(.post, "mappings/", #"{"patient":"1","doctor":1,"status":"completed"}"#)

        let native = try await server.native(.get, "mappings/1/")
        let twice = try await server.hospital(.post, "mappings/", Body.mapping)
        let deleted = try await server.native(.delete, "mappings/1/")
        let gone = try await server.hospital(.delete, "mappings/1/delete")

        #expect(native.body.contains(#""status":"active","is_active":true"#))
        #expect(twice.status == 409 && twice.body == #"{"detail":"Mapping already exists"}"#)
        #expect(deleted.status == 204)
        #expect(gone.status == 404 && gone.body == #"{"detail":"Mapping not found"}"#)
    }

    @Test(arguments: ["patients/1/", "doctors/1/"]) func `go with the patient and with the doctor`(path: String)
        async throws
    {
        let server = try await server()
        _ = try await server.hospital(.post, "mappings/", Body.mapping)

        let deleted = try await server.hospital(.delete, path)

        #expect(deleted.status == 204 && deleted.body.isEmpty)
        #expect(try await server.hospital(.get, "mappings/").body == "[]")
        #expect(try await server.hospital(.delete, "mappings/1/delete/").status == 404)
    }

    @Test func `of somebody else's patient are neither made, nor shown, nor deleted`() async throws {
        let server = try await server()
        _ = try await server.hospital(.post, "mappings/", Body.mapping)
        func other(_ method: HTTPRequest.Method, _ path: String, _ json: String? = nil) async throws -> Received {
            try await server.send(method, "/hospital/api/\(path)", as: server.otherNurse, json: json)
        }

        let made = try await other(.post, "mappings/", #"{"patient":1,"doctor":9}"#)
        let doctors = try await other(.get, "mappings/1/")
        let patient = try await other(.get, "patients/1/")
        let listed = try await other(.get, "mappings/")
        let deleted = try await other(.delete, "mappings/1/delete/")

        #expect(
            made.body == #"""
                {"patient":["Invalid pk \"1\" - object does not exist."],\#
                "doctor":["Invalid pk \"9\" - object does not exist."]}
                """#)
        #expect(doctors.status == 404 && doctors.body == #"{"detail":"Patient Not Found"}"#)
        #expect(patient.status == 404 && patient.body == #"{"msg":"Patient Not Found"}"#)
        #expect(listed.body == "[]")
        #expect(deleted.status == 404)
    }

    private func server() async throws -> TestServer {
        let server = try await TestServer()
        _ = try await server.hospital(.post, "patients/", HospitalBody.syed)
        _ = try await server.hospital(.post, "doctors/", HospitalBody.drDoe)
        return server
    }
}
