import HTTPTypes
import HummingbirdCore
import NIOCore
import Testing

@testable import HTTPTransport

@Suite("Kinds of bodies")
struct BodyKindTests {
    @Test("JSON, a form and a multipart form with the same members make the same record")
    func sameRecord() async throws {
        let json = try await TestServer().sendJSON(Target.doctors.members, to: "/api/doctors/")
        let form = try await TestServer().sendForm(Target.doctors.members, to: "/api/doctors/")
        let multipart = try await TestServer().sendMultipart(Target.doctors.members, to: "/api/doctors/")

        #expect(json.status == 201)
        #expect(form.body == json.body)
        #expect(multipart.body == json.body)
    }

    @Test(
        "what is no object is answered with its kind",
        arguments: [
            ("[]", "list"), (#""text""#, "str"), ("7", "int"), ("7.5", "float"), ("true", "bool"),
        ])
    func notAnObject(json: String, kind: String) async throws {
        let server = try await TestServer()

        let answer = try await server.send(.post, "/api/patients/", as: server.nurse, json: json)

        #expect(answer.status == 400)
        #expect(answer.body == #"{"non_field_errors":["Invalid data. Expected a dictionary, but got \#(kind)."]}"#)
    }

    @Test("null is no data")
    func null() async throws {
        let server = try await TestServer()

        let answer = try await server.send(.post, "/api/patients/", as: server.nurse, json: "null")

        #expect(answer.status == 400)
        #expect(answer.body == #"{"non_field_errors":["No data provided"]}"#)
    }

    @Test(
        "JSON that cannot be read is answered with where and why, without any of it",
        arguments: [
            #"{"first_name": Secret}"#, #"{"first_name": "Secret",}"#, #"{"first_name": NaN}"#,
            #"{"first_name": "Secret"#,
            #"{"first_name": Infinity}"#,
        ])
    func malformed(json: String) async throws {
        let server = try await TestServer()

        let answer = try await server.send(.post, "/api/patients/", as: server.nurse, json: json)

        #expect(answer.status == 400)
        #expect(answer.body.hasPrefix(#"{"detail":"JSON parse error - "#))
        #expect(!answer.body.contains("Secret"))
    }

    @Test("a multipart form without its boundary cannot be read")
    func malformedForm() async throws {
        let server = try await TestServer()

        let answer = try await server.send(
            .post, "/api/patients/", as: server.nurse, json: "--x", headers: [.contentType: "multipart/form-data"])

        #expect(answer.status == 400)
        #expect(answer.body.hasPrefix(#"{"detail":"Form parse error - "#))
    }

    @Test(
        "other types of bodies are refused, with the type as sent",
        arguments: [
            ("text/plain; charset=x", #"text/plain; charset=x"#), ("application/xml", "application/xml"), ("", ""),
        ])
    func unsupported(type: String, shown: String) async throws {
        let server = try await TestServer()

        let answer = try await server.send(
            .post, "/api/patients/", as: server.nurse, json: "{}", headers: [.contentType: type])

        #expect(answer.status == 415)
        #expect(answer.body == #"{"detail":"Unsupported media type \"\#(shown)\" in request."}"#)
    }

    @Test("a list's parameters beyond a thousand are refused")
    func manyParameters() async throws {
        let server = try await TestServer()
        let query = (0...1_000).map { "p\($0)=" }.joined(separator: "&")

        let answer = try await server.send(.get, "/api/patients/?\(query)", as: server.nurse)

        #expect(answer.status == 400)
    }
}

extension TestServer {
    func sendMultipart(_ members: Members, to path: String) async throws -> Received {
        let parts = members.sorted { $0.key < $1.key }.map { name, json in
            "--limit\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(json.dropFirst().dropLast())\r\n"
        }
        return try await send(
            .post, path, as: nurse, headers: [.contentType: "multipart/form-data; boundary=limit"],
            body: RequestBody(buffer: ByteBuffer(string: parts.joined() + "--limit--\r\n")))
    }
}
