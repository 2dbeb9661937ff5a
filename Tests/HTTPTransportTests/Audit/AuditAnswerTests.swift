import HTTPTypes
import Testing

@testable import HTTPTransport

/// `/api/audit/` and `/api/patients/{id}/access-log/`.
@Suite struct `The audit trail as it is answered` {
    @Test func `tells an administrator who did what, newest first, and that it was read`() async throws {
        let server = try await TestServer()
        let headers: HTTPFields = [.requestID: "made", .userAgent: "secret device"]
        _ = try await server.send(.post, "/api/patients/", as: server.nurse, json: Body.ann, headers: headers)

        let first = try await server.send(.get, "/api/audit/?action=patient.created", as: server.admin)
        let second = try await server.send(.get, "/api/audit/?action=audit.listed", as: server.admin)

        let end =
            #","action":"patient.created","outcome":"done","account":1,"role":"staff","record":"patient","#
            + #""record_id":1,"changed":[],"session":"000000000000000000000000000000a1","address":"","#
            + #""request":"made","patients":[1]}]"#
        #expect(first.status == 200 && first.body.hasSuffix(end), "\(first.body)")
        #expect(first.body.contains(#""at":"2025-09-01T06:00:00.000001Z""#))
        #expect(second.body.contains(#""account":3,"role":"admin""#) && !first.body.contains("Archer"))
    }

    @Test func `can be asked by account, patient, record, action and time`() async throws {
        let server = try await TestServer.withRecords()
        server.clock.advance(seconds: 60)
        _ = try await server.send(.get, "/api/doctors/1/", as: server.otherNurse)
        let counts = [
            "account=2": 1, "account=1": 4, "account=99": 0, "patient=1&account=1": 3, "patient=2&account=1": 0,
            "record=doctor&record_id=1&account=1": 1,
            "record=mapping&record_id=1&account=1": 1, "record=doctor&record_id=9&account=1": 0,
            "action=doctor.read": 1,
            "from=2025-09-01T06:01:00Z&account=2": 1, "from=2025-09-01T06:01:01Z&account=2": 0,
            "to=2025-09-01T06:01:00Z&account=2": 0, "account=1&patient=1&action=mapping.created": 1,
        ]

        for (query, count) in counts {
            let answer = try await server.send(.get, "/api/audit/?\(query)", as: server.admin)
            #expect(answer.body.matches(of: /"record_id"/).count == count, "\(query)")
        }
        let page = try await server.send(.get, "/api/audit/?account=1&page_size=3&count=exact", as: server.admin)
        #expect(page.body.hasPrefix(#"{"count":4,"next":"/api/audit/?"#), "\(page.body)")
    }

    @Test func `refuses what it cannot be asked, member by member`() async throws {
        let server = try await TestServer()

        let wrong = try await server.send(
            .get, "/api/audit/?account=x&action=none&record=room&from=x&ordering=action&cursor=x", as: server.admin)
        let half = try await server.send(.get, "/api/audit/?record=doctor", as: server.admin)
        let other = try await server.send(.get, "/api/audit/?record_id=1", as: server.admin)
        let bad = try await server.send(.get, "/api/audit/?record=patient&record_id=0", as: server.admin)

        let members = try ["account", "action", "record", "from", "ordering", "cursor"].map {
            try wrong.errors(of: $0).count
        }
        #expect(wrong.status == 400 && members == [1, 1, 1, 1, 1, 1])
        #expect(half.body == #"{"record_id":["This field is required."]}"#)
        #expect(other.body == #"{"record":["This field is required."]}"#)
        #expect(try bad.status == 400 && bad.errors(of: "record_id").count == 1)
    }

    @Test func `shows those in charge who has seen a patient, by name, and nothing of other patients`() async throws {
        let server = try await TestServer.withRecords()
        _ = try await server.send(.post, "/api/patients/", as: server.nurse, json: Body.bo)
        _ = try await server.send(.get, "/api/patients/", as: server.admin)
        _ = try await server.send(
            .patch, "/api/patients/1/", as: server.nurse, json: #"{"allergies":"nuts","phone_number":"5"}"#)

        let log = try await server.send(.get, "/api/patients/1/access-log/?page_size=2", as: server.nurse)

        #expect(log.status == 200)
        #expect(log.body.contains(#""action":"patient.changed""#) && log.body.contains(#""username":"nurse""#))
        #expect(log.body.contains(#""changed":["allergies","phone_number"]"#))
        #expect(log.body.contains(#""action":"patient.listed""#) && log.body.contains(#""username":"admin""#))
        for hidden in ["patients\":", "session\":", "address\":", "nuts"] { #expect(!log.body.contains(hidden)) }
        #expect(try await server.send(.get, "/api/patients/1/access-log/", as: server.otherNurse).status == 404)
    }
}
