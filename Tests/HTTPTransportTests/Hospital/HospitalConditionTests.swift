import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite struct `Conditional requests in the hospital contract` {
    @Test(arguments: [("patients/", HospitalBody.syed), ("doctors/", HospitalBody.drDoe)])
    func `know the versions of records, which are the same in the clinic's own API`(path: String, body: String)
        async throws
    {
        let server = try await TestServer()
        let made = try await server.hospital(.post, path, body)
        let url = "/hospital/api/\(path)1/"
        let tag = try #require(made.headers[.eTag])

        let known = try await server.send(.get, url, as: server.nurse, headers: [.ifNoneMatch: tag])
        let native = try await server.native(.patch, "\(path)1/", "{}")
        let late = try await server.send(.put, url, as: server.nurse, json: "{}", headers: [.ifMatch: tag])
        let lateDeletion = try await server.send(.delete, url, as: server.nurse, headers: [.ifMatch: tag])
        let fresh = try await server.send(
            .put, url, as: server.nurse, json: "{}", headers: [.ifMatch: try #require(native.headers[.eTag])])

        #expect(known.status == 304 && known.body.isEmpty)
        #expect([late.status, lateDeletion.status, fresh.status] == [412, 412, 200])
        #expect(fresh.headers[.eTag] != nil && fresh.headers[.eTag] != tag)
    }

    @Test func `tell a birthday, though nothing was written`() async throws {
        let server = try await TestServer()
        _ = try await server.native(.post, "patients/", Body.ann.replacing("1990-05-15", with: "1990-09-02"))
        let tag = try #require(try await server.hospital(.get, "patients/1/").headers[.eTag])
        server.clock.advance(seconds: 20 * 3600)

        let after = try await server.send(
            .get, "/hospital/api/patients/1/", as: server.nurse, headers: [.ifNoneMatch: tag])
        let change = try await server.send(
            .put, "/hospital/api/patients/1/", as: server.nurse, json: "{}", headers: [.ifMatch: tag])

        #expect(after.status == 200 && after.body.contains(#""age":35"#))
        #expect(change.status == 200)
    }

    @Test func `registers an account once for one Idempotency-Key`() async throws {
        let server = try await TestServer()
        let json = #"{"username":"zoe","email":"zoe@example.org","password":"Qu1et-Harbour-27"}"#
        let key: HTTPFields = [.idempotencyKey: "k-1"]

        let first = try await server.send(.post, "/hospital/api/auth/register/", json: json, headers: key)
        let second = try await server.send(.post, "/hospital/api/auth/register/", json: json, headers: key)

        #expect([first.status, second.status] == [201, 201])
        #expect(first.body == second.body)
    }

    @Test func `keep an exact date of birth from a form that was read before the birthday`() async throws {
        let server = try await TestServer()
        _ = try await server.native(.post, "patients/", Body.ann.replacing("1990-05-15", with: "1990-09-02"))
        let read = try await server.hospital(.get, "patients/1/").body
        server.clock.advance(seconds: 20 * 3600)

        let written = try await server.hospital(.put, "patients/1/", read)
        let kept = try await server.native(.get, "patients/1/").body
        let later = try await server.hospital(.put, "patients/1/", #"{"age":33}"#)
        let record = try await server.native(.get, "patients/1/").body

        #expect(read.contains(#""age":34"#))
        #expect(written.body.contains(#""age":35"#))
        #expect(kept.contains(#""date_of_birth":"1990-09-02""#))
        #expect(later.body.contains(#""age":33"#))
        #expect(record.contains(#""date_of_birth":"1992-09-02""#))
    }

    @Test func `stop the deletion of a mapping that has changed`() async throws {
        let server = try await TestServer.withRecords()
        let tag = try #require(try await server.native(.get, "mappings/1/").headers[.eTag])
        _ = try await server.native(.patch, "mappings/1/", #"{"notes":"n"}"#)

        let late = try await server.send(
            .delete, "/hospital/api/mappings/1/delete/", as: server.nurse, headers: [.ifMatch: tag])

        #expect(late.status == 412)
        #expect(try await server.native(.get, "mappings/1/").status == 200)
    }
}
