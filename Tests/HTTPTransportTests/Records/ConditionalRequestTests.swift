import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite("Conditional requests")
struct ConditionalRequestTests {
    private static let records = ["patients", "doctors", "mappings", "appointments"]

    @Test("a record has the same tag however it is answered, until it changes", arguments: records)
    func tags(path: String) async throws {
        let server = try await TestServer.withRecords()

        let first = try await server.send(.get, "/api/\(path)/1/", as: server.nurse)
        let again = try await server.send(.head, "/api/\(path)/1/", as: server.nurse)
        let changed = try await server.send(.patch, "/api/\(path)/1/", as: server.nurse, json: "{}")
        let after = try await server.send(.get, "/api/\(path)/1/", as: server.nurse)

        let tag = try #require(first.headers[.eTag])
        #expect(tag.hasPrefix("\"") && tag.hasSuffix("\"") && tag.count > 2)
        #expect(again.headers[.eTag] == tag)
        #expect(changed.headers[.eTag] != nil && changed.headers[.eTag] != tag)
        #expect(after.headers[.eTag] == changed.headers[.eTag])
    }

    @Test("who has the record already hears only that", arguments: records + ["auth/profile"])
    func notModified(path: String) async throws {
        let server = try await TestServer.withRecords()
        let path = path.hasPrefix("auth") ? "/api/auth/profile/" : "/api/\(path)/1/"
        let tag = try #require(try await server.send(.get, path, as: server.nurse).headers[.eTag])

        for known in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
            let answer = try await server.send(.get, path, as: server.nurse, headers: [.ifNoneMatch: known])
            #expect(answer.status == 304)
            #expect(answer.body.isEmpty)
            #expect(answer.headers[.eTag] == tag)
            #expect(answer.headers[.contentLength] == nil)
        }
        for other in ["\"other\"", "nonsense", ""] {
            let answer = try await server.send(.get, path, as: server.nurse, headers: [.ifNoneMatch: other])
            #expect(answer.status == 200)
        }
    }

    @Test("a change of a version that is gone is refused and changes nothing", arguments: records)
    func lostUpdate(path: String) async throws {
        let server = try await TestServer.withRecords()
        let url = "/api/\(path)/1/"
        let tag = try #require(try await server.send(.get, url, as: server.nurse).headers[.eTag])
        let winner = try await server.send(.patch, url, as: server.nurse, json: "{}", headers: [.ifMatch: tag])

        for method in [HTTPRequest.Method.put, .patch, .delete] {
            for stale in [tag, "W/\(winner.headers[.eTag] ?? "")", "nonsense", "\"\""] {
                let loser = try await server.send(method, url, as: server.nurse, json: "{}", headers: [.ifMatch: stale])
                #expect(loser.status == 412, "\(method) \(stale)")
                #expect(loser.body == #"{"detail":"The record is not in the version that the request expects."}"#)
            }
        }

        let present = try await server.send(.get, url, as: server.nurse)
        #expect(winner.status == 200)
        #expect(present.headers[.eTag] == winner.headers[.eTag])
    }

    @Test("a deletion of the version that is meant is done", arguments: records)
    func deletion(path: String) async throws {
        let server = try await TestServer.withRecords()
        let tag = try #require(try await server.send(.get, "/api/\(path)/1/", as: server.nurse).headers[.eTag])

        let answer = try await server.send(
            .delete, "/api/\(path)/1/", as: server.nurse, headers: [.ifMatch: "\"x\", \(tag)"])

        #expect(answer.status == 204)
    }

    @Test("If-None-Match stops a change of what the client knows, and * any change")
    func noneMatchOnChange() async throws {
        let server = try await TestServer.withRecords()
        let tag = try #require(try await server.send(.get, "/api/patients/1/", as: server.nurse).headers[.eTag])

        for (sent, status) in [("*", 412), (tag, 412), ("\"other\"", 200)] {
            let answer = try await server.send(
                .patch, "/api/patients/1/", as: server.nurse, json: "{}", headers: [.ifNoneMatch: sent])
            #expect(answer.status == status)
        }
    }

    @Test("both conditions have to hold")
    func both() async throws {
        let server = try await TestServer.withRecords()
        let tag = try #require(try await server.send(.get, "/api/patients/1/", as: server.nurse).headers[.eTag])

        for (match, none) in [(tag, tag), ("*", tag)] {
            let answer = try await server.send(
                .patch, "/api/patients/1/", as: server.nurse, json: "{}",
                headers: [.ifMatch: match, .ifNoneMatch: none])
            #expect(answer.status == 412)
        }
    }

    @Test("a read of another version than the client means is refused")
    func ifMatchOnRead() async throws {
        let server = try await TestServer.withRecords()

        for (sent, status) in [("\"other\"", 412), ("nonsense", 412), ("*", 200)] {
            let answer = try await server.send(.get, "/api/patients/1/", as: server.nurse, headers: [.ifMatch: sent])
            #expect(answer.status == status)
        }
    }

    @Test("a profile changes only in the version that is meant")
    func profile() async throws {
        let server = try await TestServer()
        let tag = try #require(try await server.send(.get, "/api/auth/profile/", as: server.nurse).headers[.eTag])

        let first = try await server.send(
            .patch, "/api/auth/profile/", as: server.nurse, json: #"{"address":"x"}"#, headers: [.ifMatch: tag])
        let second = try await server.send(
            .patch, "/api/auth/profile/", as: server.nurse, json: #"{"address":"y"}"#, headers: [.ifMatch: tag])

        #expect([first.status, second.status] == [200, 412])
    }
}
