import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite("Requests with an Idempotency-Key")
struct IdempotencyKeyTests {
    @Test(
        "make one record, and every repetition gets the same answer",
        arguments: [
            ("patients", Body.bo), ("doctors", Body.drGrey), ("mappings", #"{"patient": 2, "doctor": 1}"#),
            ("appointments", #"{"patient": 1, "doctor": 1, "appointment_datetime": "2025-09-02T10:00:00Z"}"#),
        ])
    func same(path: String, json: String) async throws {
        let server = try await TestServer.withRecords()
        _ = try await server.send(.post, "/api/patients/", as: server.nurse, json: Body.bo)
        let before = try await server.count(path)

        let first = try await server.create(path, json, key: "k-1")
        let second = try await server.create(path, json, key: "k-1")

        #expect(first.status == 201)
        #expect(second.status == 201)
        #expect(second.body == first.body)
        #expect(second.headers[.eTag] == first.headers[.eTag] && first.headers[.eTag] != nil)
        #expect(second.headers[.contentType] == "application/json")
        #expect(try await server.count(path) == before + 1)
    }

    @Test("get the first answer again after the record has changed")
    func changedSince() async throws {
        let server = try await TestServer.withRecords()
        let first = try await server.create("patients", Body.bo, key: "k-1")
        _ = try await server.send(.patch, "/api/patients/2/", as: server.nurse, json: #"{"allergies":"nuts"}"#)

        let second = try await server.create("patients", Body.bo, key: "k-1")

        #expect(second.body == first.body)
    }

    @Test("are refused with another body or on another path, and make nothing")
    func otherRequest() async throws {
        let server = try await TestServer.withRecords()
        _ = try await server.create("patients", Body.bo, key: "k-1")

        let otherBody = try await server.create("patients", Body.ann, key: "k-1")
        let otherPath = try await server.create("doctors", Body.drGrey, key: "k-1")

        #expect(otherBody.status == 422)
        #expect(otherBody.body == #"{"detail":"This Idempotency-Key was used for another request."}"#)
        #expect(otherPath.status == 422)
        #expect(try await server.count("patients") == 2)
        #expect(try await server.count("doctors") == 1)
    }

    @Test("that were refused are looked at anew, because nothing was made")
    func refused() async throws {
        let server = try await TestServer.withRecords()

        let first = try await server.create("patients", #"{"first_name":"Bo"}"#, key: "k-1")
        let second = try await server.create("patients", Body.bo, key: "k-1")

        #expect([first.status, second.status] == [400, 201])
    }

    @Test("are of one account only")
    func otherAccount() async throws {
        let server = try await TestServer.withRecords()
        let key: HTTPFields = [.idempotencyKey: "k-1"]

        let one = try await server.send(.post, "/api/patients/", as: server.nurse, json: Body.bo, headers: key)
        let other = try await server.send(.post, "/api/patients/", as: server.otherNurse, json: Body.bo, headers: key)

        #expect([one.status, other.status] == [201, 201])
        #expect(one.body != other.body)
    }

    @Test("with a key of another form are told so", arguments: ["", " ", "a b", String(repeating: "k", count: 256)])
    func malformed(key: String) async throws {
        let server = try await TestServer.withRecords()

        let answer = try await server.create("patients", Body.bo, key: key)

        #expect(answer.status == 400)
        #expect(answer.body == #"{"detail":"Idempotency-Key must be 1 to 255 visible ASCII characters."}"#)
    }

    @Test("register an account once, and a session each time")
    func registration() async throws {
        let server = try await TestServer()
        let json = #"{"username":"zoe","email":"zoe@example.org","password":"Qu1et-Harbour-27"}"#

        let first = try await server.send(
            .post, "/api/auth/register/", json: json, headers: [.idempotencyKey: "k-1"])
        let second = try await server.send(
            .post, "/auth/register/", json: json, headers: [.idempotencyKey: "k-1"])
        let other = try await server.send(
            .post, "/api/auth/register/", json: json.replacing("27", with: "28"), headers: [.idempotencyKey: "k-1"])

        #expect([first.status, second.status, other.status] == [201, 201, 422])
        let name = try #require(first.body.firstRange(of: #""refresh""#))
        #expect(second.body.hasPrefix(first.body[..<name.lowerBound]))
        #expect(first.body != second.body)
    }
}

extension TestServer {
    fileprivate func create(_ path: String, _ json: String, key: String) async throws -> Received {
        try await send(.post, "/api/\(path)/", as: nurse, json: json, headers: [.idempotencyKey: key])
    }

    fileprivate func count(_ path: String) async throws -> Int {
        try await send(.get, "/api/\(path)/", as: nurse).body.ranges(of: #"{"id":"#).count
    }
}
