import Domain
import HTTPTypes
import Logging
import Testing

@testable import HTTPTransport

@Suite("The access log")
struct AccessLogTests {
    @Test("each request is one line with its name, route, status and account, and nothing that a person entered")
    func oneLine() async throws {
        let server = try await TestServer.withRecords()
        let before = server.log.lines.count

        _ = try await server.send(
            .get, "/api/patients/1/?search=Archer", as: server.nurse, headers: [.requestID: "req-1"])

        let line = try #require(server.log.lines.last)
        #expect(server.log.lines.count == before + 1)
        #expect(line.level == .info)
        #expect(line.message == "request")
        #expect(line.metadata["duration_us"].flatMap { Int64($0) } != nil)
        var metadata = line.metadata
        metadata["duration_us"] = nil
        #expect(
            metadata == [
                "request_id": "req-1", "method": "GET", "route": "/api/patients/{id}/", "status": "200", "account": "1",
            ])
    }

    @Test("an unknown path is not written down, because it may hold anything")
    func unknownPath() async throws {
        let server = try await TestServer()

        _ = try await server.send(.get, "/api/patients/Ann-Archer/allergies/", as: server.nurse)

        let line = try #require(server.log.lines.last)
        #expect(line.metadata["status"] == "404")
        #expect(line.metadata["route"] == nil)
        #expect(!"\(line.metadata)".contains("Archer"))
    }

    @Test("names, texts, passwords and tokens do not come into the log, whatever becomes of the request")
    func nothingPersonal() async throws {
        let server = try await TestServer.withRecords()
        let before = server.log.lines.count
        let account = #"{"username":"secretnora","email":"secret@example.org","password":"Secret-Horse-9"}"#
        let patient = #"{"first_name":"Secret","last_name":null,"date_of_birth":"Secret","email":"Secret"}"#

        _ = try await server.send(.post, "/api/auth/register/", json: account)
        _ = try await server.send(.post, "/api/auth/login/", json: account)
        _ = try await server.send(.post, "/api/patients/", as: server.nurse, json: patient)
        _ = try await server.send(.post, "/api/patients/", as: server.nurse, json: #"{"Secret": Secret"#)
        _ = try await server.send(.get, "/api/patients/?search=Secret&gender=Secret", as: server.nurse)
        _ = try await server.send(.get, "/api/patients/Secret/", as: server.nurse)
        _ = try await server.send(.get, "/api/patients/", as: "Secret.Token")
        _ = try await server.send(.get, "/api/patients/", headers: [.requestID: "Secret Secret"])

        let log = server.log.lines.map { "\($0.message) \($0.metadata)" }.joined(separator: "\n").lowercased()
        #expect(server.log.lines.count == before + 8)
        #expect(!log.contains("secret"))
        #expect(!log.contains(server.nurse))
        #expect(!log.contains("archer"))
    }

    @Test(
        "a fault of ours is an error line that says what failed and whether the outcome is known",
        arguments: [
            (Failure.unavailable(Fault("08006")), "08006", "false"),
            (.unavailable(Fault("commit unanswered", outcomeUnknown: true)), "commit unanswered", "true"),
        ])
    func faults(failure: Failure, summary: String, outcomeUnknown: String) async throws {
        let server = try await TestServer { $0.storageFailure = failure }

        _ = try await server.send(
            .post, "/api/patients/", as: server.nurse, json: Body.ann, headers: [.requestID: "req-2"])

        let line = try #require(server.log.lines.last)
        #expect(line.level == .error)
        #expect(line.metadata["request_id"] == "req-2")
        #expect(line.metadata["route"] == "/api/patients/")
        #expect(line.metadata["status"] == "503")
        #expect(line.metadata["fault"] == summary)
        #expect(line.metadata["outcome_unknown"] == outcomeUnknown)
        #expect(!"\(line.metadata)".contains("Archer"))
    }

    @Test("being busy is noted, and is no error")
    func busy() async throws {
        let server = try await TestServer { $0.storageFailure = .busy }

        _ = try await server.send(.post, "/api/patients/", as: server.nurse, json: Body.ann)

        let line = try #require(server.log.lines.last)
        #expect(line.level == .info)
        #expect(line.metadata["busy"] == "true")
        #expect(line.metadata["status"] == "503")
    }
}
