import HTTPTypes
import Testing

@testable import HTTPTransport

/// One request with everything wrong, mended step by step.
@Suite("Of several faults, the order of checks decides")
struct OrderOfChecksTests {
    private static let html: HTTPFields = [.accept: "text/html", .contentType: "text/plain"]
    private static let text: HTTPFields = [.contentType: "text/plain"]

    @Test("path, Accept, credentials, method, record, body, fields")
    func wholeOrder() async throws {
        let server = try await TestServer.withRecords()
        let nurse = server.nurse
        let steps: [(HTTPRequest.Method, String, String?, String, HTTPFields, Int, String)] = [
            (.post, "/api/nothing/", "bad", "{", Self.html, 404, #"{"detail":"Not found."}"#),
            (
                .post, "/api/patients/99/", "bad", "{", Self.html, 406,
                #"{"detail":"Could not satisfy the request Accept header."}"#
            ),
            (
                .post, "/api/patients/99/", nil, "{", Self.text, 401,
                #"{"detail":"Authentication credentials were not provided."}"#
            ),
            (.post, "/api/patients/99/", nurse, "{", Self.text, 405, #"{"detail":"Method \"POST\" not allowed."}"#),
            (
                .patch, "/api/patients/99/", nurse, "{", Self.text, 404,
                #"{"detail":"No Patient matches the given query."}"#
            ),
            (
                .patch, "/api/patients/1/", nurse, "{", Self.text, 415,
                #"{"detail":"Unsupported media type \"text/plain\" in request."}"#
            ),
            (
                .patch, "/api/patients/1/", nurse, "{", [:], 400,
                #"{"detail":"JSON parse error - a member's name in double quotes is missing: line 1 column 2"}"#
            ),
            (
                .patch, "/api/patients/1/", nurse, "[]", [:], 400,
                #"{"non_field_errors":["Invalid data. Expected a dictionary, but got list."]}"#
            ),
            (
                .patch, "/api/patients/1/", nurse, #"{"gender":"X","email":"@","first_name":" "}"#, [:], 400,
                #"{"first_name":["This field may not be blank."],"gender":["\"X\" is not a valid choice."],"#
                    + #""email":["Enter a valid email address."]}"#
            ),
        ]

        for (method, path, token, json, headers, status, body) in steps {
            let answer = try await server.send(method, path, as: token, json: json, headers: headers)

            #expect(answer.status == status, "\(method) \(path)")
            #expect(answer.body == body)
        }
    }

    @Test(
        "who may not make a record hears so, whatever the body",
        arguments: ["patients", "doctors", "mappings"], ["{", "{}", "[]"])
    func permissionBeforeBody(path: String, body: String) async throws {
        let server = try await TestServer()

        let answer = try await server.send(.post, "/api/\(path)/", as: server.patient, json: body)

        #expect(answer.status == 403)
    }

    @Test("who may not change a record hears so, whatever the body", arguments: ["{", "{}", "[]"])
    func permissionBeforeChange(body: String) async throws {
        let server = try await TestServer.withRecords()

        for method in [HTTPRequest.Method.put, .patch] {
            let answer = try await server.send(method, "/api/doctors/1/", as: server.patient, json: body)
            #expect(answer.status == 403)
        }
    }

    @Test(
        "a record that is not there comes before a body that cannot be read, and that before its fields",
        arguments: ["patients", "doctors", "mappings", "appointments"], [HTTPRequest.Method.put, .patch])
    func recordBeforeBody(path: String, method: HTTPRequest.Method) async throws {
        let server = try await TestServer.withRecords()

        let absent = try await server.send(method, "/api/\(path)/99/", as: server.admin, json: "{", headers: Self.text)
        let impossible = try await server.send(method, "/api/\(path)/0/", as: server.admin, json: "{")
        let unknownType = try await server.send(
            method, "/api/\(path)/1/", as: server.admin, json: "{", headers: Self.text)
        let malformed = try await server.send(method, "/api/\(path)/1/", as: server.admin, json: "{")

        #expect(absent.status == 404)
        #expect(impossible.status == 404)
        #expect(unknownType.status == 415)
        #expect(malformed.status == 400)
        #expect(malformed.body.contains("JSON parse error"))
    }

    @Test("a mapping's fields come before the unique pair, and that before status and activity")
    func mappings() async throws {
        let server = try await TestServer.withRecords()
        let steps = [
            (
                #"{"patient":1,"doctor":1,"status":"completed","is_active":true,"notes":[]}"#,
                #"{"notes":["Not a valid string."]}"#
            ),
            (
                #"{"patient":1,"doctor":99,"status":"completed","is_active":true}"#,
                #"{"doctor":["Invalid pk \"99\" - object does not exist."]}"#
            ),
            (
                #"{"patient":1,"doctor":1,"status":"completed","is_active":true}"#,
                #"{"non_field_errors":["The fields patient, doctor must make a unique set."]}"#
            ),
        ]

        for (json, body) in steps {
            let answer = try await server.send(.post, "/api/mappings/", as: server.nurse, json: json)
            #expect(answer.status == 400)
            #expect(answer.body == body)
        }
        let disagreeing = try await server.send(
            .patch, "/api/mappings/1/", as: server.nurse, json: #"{"status":"completed","is_active":true}"#)
        #expect(disagreeing.body == #"{"non_field_errors":["The fields status, is_active must agree."]}"#)
    }

    @Test("an appointment's fields and its status move come before the diary")
    func appointments() async throws {
        let server = try await TestServer.withRecords()
        _ = try await server.send(.patch, "/api/appointments/1/", as: server.nurse, json: #"{"status":"COMPLETED"}"#)
        _ = try await server.send(.patch, "/api/doctors/1/", as: server.nurse, json: #"{"is_available":false}"#)
        let steps = [
            (
                #"{"status":"SCHEDULED","duration_minutes":4,"doctor":true,"appointment_datetime":"soon"}"#,
                #"{"doctor":["Incorrect type. Expected pk value, received bool."],"#
                    + #""appointment_datetime":["Datetime has wrong format. Use one of these formats instead: "#
                    + #"YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z]."],"#
                    + #""duration_minutes":["Ensure this value is greater than or equal to 5."],"#
                    + #""status":["An appointment cannot go from COMPLETED to SCHEDULED."]}"#
            ),
            (
                #"{"status":"SCHEDULED","appointment_datetime":"2025-09-01T12:00"}"#,
                #"{"status":["An appointment cannot go from COMPLETED to SCHEDULED."]}"#
            ),
            (
                #"{"appointment_datetime":"2025-09-01T12:00"}"#,
                #"{"non_field_errors":["Doctor is not available."],"code":"doctor_unavailable"}"#
            ),
        ]

        for (json, body) in steps {
            let answer = try await server.send(.patch, "/api/appointments/1/", as: server.nurse, json: json)
            #expect(answer.status == 400)
            #expect(answer.body == body)
        }
    }

    @Test("every registration fault is answered at once, and only then are the passwords compared")
    func registration() async throws {
        let server = try await TestServer()
        let all =
            #"{"username":"NURSE","email":"Admin@Example.org","password":"12345","password2":[],"first_name":null}"#
        let differing = #"{"username":"nora","email":"n@example.org","password":"Tr1cky-Horse-9","password2":"x"}"#

        let faulty = try await server.send(.post, "/api/auth/register/", json: all)
        let unequal = try await server.send(.post, "/api/auth/register/", json: differing)

        #expect(
            faulty.body == #"{"password2":["Not a valid string."],"first_name":["This field may not be null."],"#
                + #""password":["This password is too short. It must contain at least 8 characters.","#
                + #""This password is too common.","This password is entirely numeric."],"#
                + #""username":["A user with that username already exists."],"email":["This field must be unique."]}"#)
        #expect(unequal.status == 400)
        #expect(unequal.body == #"{"password":["Password fields didn't match."]}"#)
    }

    @Test("a path in which no number stands where one should is answered like an unknown one, but not to strangers")
    func noNumber() async throws {
        let server = try await TestServer()

        let known = try await server.send(.get, "/api/patients/abc/", as: server.nurse)
        let stranger = try await server.send(.get, "/api/patients/abc/")
        let huge = try await server.send(.get, "/api/patients/99999999999999999999/", as: server.nurse)
        let zero = try await server.send(.get, "/api/patients/0/", as: server.nurse)

        #expect(known.status == 404)
        #expect(known.body == #"{"detail":"Not found."}"#)
        #expect(stranger.status == 401)
        #expect(huge.body == #"{"detail":"No Patient matches the given query."}"#)
        #expect(zero.body == #"{"detail":"No Patient matches the given query."}"#)
    }

    @Test(
        "what the caller may not see is not found, in the words for what is not there",
        arguments: [
            ("patients", "Patient"), ("mappings", "PatientDoctorMapping"), ("appointments", "Appointment"),
        ])
    func unseen(path: String, title: String) async throws {
        let server = try await TestServer.withRecords()

        for method in [HTTPRequest.Method.get, .put, .patch, .delete] {
            let unseen = try await server.send(method, "/api/\(path)/1/", as: server.otherNurse)
            let absent = try await server.send(method, "/api/\(path)/99/", as: server.otherNurse)

            #expect(unseen.status == 404)
            #expect(unseen.body == #"{"detail":"No \#(title) matches the given query."}"#)
            #expect(absent.body == unseen.body)
        }
    }
}
