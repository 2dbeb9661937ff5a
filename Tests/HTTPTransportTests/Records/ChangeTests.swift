import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite("Changes by request")
struct ChangeTests {
    @Test(
        "PUT changes only what was sent, exactly like PATCH",
        arguments: [
            ("patients", #"{"allergies":"nuts"}"#), ("doctors", #"{"education":"MIT"}"#),
            ("mappings", #"{"notes":"n"}"#),
            ("appointments", #"{"reason":"cough"}"#), ("appointments", "{}"),
        ])
    func putIsPatch(path: String, json: String) async throws {
        let first = try await TestServer.withRecords()
        let second = try await TestServer.withRecords()

        let put = try await first.send(.put, "/api/\(path)/1/", as: first.nurse, json: json)
        let patch = try await second.send(.patch, "/api/\(path)/1/", as: second.nurse, json: json)

        #expect(put.status == 200)
        #expect(put.body == patch.body)
        #expect(put.body.contains(json.dropFirst().dropLast()))
    }

    @Test(
        "read-only and unknown members are ignored",
        arguments: [
            ("patients", #""created_by":1"#), ("doctors", #""id":1"#), ("mappings", #""assigned_by":1"#),
            ("appointments", #""created_by":1"#),
        ])
    func readOnly(path: String, kept: String) async throws {
        let server = try await TestServer.withRecords()
        let json = #"""
            {"id":7,"created_by":3,"assigned_by":3,"created_at":"2000-01-01T00:00:00Z",
            "assigned_at":"2000-01-01T00:00:00Z","updated_at":[],"shoe_size":{"eu":43}}
            """#

        let before = try await server.send(.get, "/api/\(path)/1/", as: server.nurse)
        let answer = try await server.send(.patch, "/api/\(path)/1/", as: server.nurse, json: json)

        #expect(answer.status == 200)
        #expect(answer.body.withoutUpdate == before.body.withoutUpdate)
        #expect(answer.body.contains(kept))
    }

    @Test(
        "a number in a member of text is kept as the documented systems write it",
        arguments: [("10.500", "10.5"), ("1e2", "100.0"), ("007e-1", nil), ("42", "42")] as [(String, String?)])
    func numberAsText(sent: String, kept: String?) async throws {
        let server = try await TestServer.withRecords()

        let answer = try await server.send(
            .patch, "/api/patients/1/", as: server.nurse, json: #"{"address":\#(sent)}"#)

        #expect(answer.status == (kept == nil ? 400 : 200))
        if let kept { #expect(answer.body.contains(#""address":"\#(kept)""#)) }
    }

    @Test("of a member that is sent twice, the last counts")
    func twice() async throws {
        let server = try await TestServer.withRecords()

        let answer = try await server.send(
            .patch, "/api/patients/1/", as: server.nurse, json: #"{"allergies":[],"allergies":"nuts"}"#)

        #expect(answer.body.contains(#""allergies":"nuts""#))
    }

    @Test("a change shows when it was made")
    func updatedAt() async throws {
        let server = try await TestServer.withRecords()
        server.clock.advance(seconds: 60)

        let answer = try await server.send(.patch, "/api/doctors/1/", as: server.nurse, json: "{}")

        #expect(answer.body.contains(#""created_at":"2025-09-01T06:00:00.000001Z""#))
        #expect(answer.body.contains(#""updated_at":"2025-09-01T06:01:00.000001Z""#))
    }

    @Test(
        "status and activity of a mapping go together",
        arguments: [
            (#"{"is_active":false}"#, "inactive", false), (#"{"status":"completed"}"#, "completed", false),
            (#"{"status":"inactive","is_active":false}"#, "inactive", false), (#"{"is_active":true}"#, "active", true),
        ])
    func mappingStatus(json: String, status: String, isActive: Bool) async throws {
        let server = try await TestServer.withRecords()

        let answer = try await server.send(.patch, "/api/mappings/1/", as: server.nurse, json: json)

        #expect(answer.body.contains(#""status":"\#(status)","is_active":\#(isActive)"#))
    }

    @Test(
        "a time is kept in UTC, with or without an offset",
        arguments: [
            ("2025-09-03T10:00:00+05:30", "2025-09-03T04:30:00Z"), ("2025-09-03 10:00", "2025-09-03T10:00:00Z"),
            ("2025-09-03", "2025-09-03T00:00:00Z"), ("2025-09-03T10:00:00.5Z", "2025-09-03T10:00:00.500000Z"),
        ])
    func times(sent: String, kept: String) async throws {
        let server = try await TestServer.withRecords()

        let answer = try await server.send(
            .patch, "/api/appointments/1/", as: server.nurse, json: #"{"appointment_datetime":"\#(sent)"}"#)

        #expect(answer.status == 200)
        #expect(answer.body.contains(#""appointment_datetime":"\#(kept)""#))
    }

    @Test("a taken licence and e-mail address are told under their members, together with other faults")
    func takenLicense() async throws {
        let server = try await TestServer.withRecords()
        let json = Body.drHouse.replacing(#""M""#, with: #""X""#)

        let answer = try await server.send(.post, "/api/doctors/", as: server.nurse, json: json)

        #expect(answer.status == 400)
        #expect(
            answer.body == #"{"gender":["\"X\" is not a valid choice."],"#
                + #""license_number":["doctor with this license number already exists."],"#
                + #""email":["doctor with this email already exists."]}"#)
    }

    @Test("an administrator sees everybody's records", arguments: ["patients", "mappings", "appointments"])
    func admin(path: String) async throws {
        let server = try await TestServer.withRecords()

        let answer = try await server.send(.get, "/api/\(path)/1/", as: server.admin)

        #expect(answer.status == 200)
    }
}

extension String {
    /// The text without its last member, the time of the last change.
    fileprivate var withoutUpdate: Substring {
        firstRange(of: #","updated_at":"#).map { self[..<$0.lowerBound] } ?? self[...]
    }
}
