import Domain
import HTTPTypes
import NIOCore
import Testing

@testable import HTTPTransport

@Suite("When a part that we depend on fails")
struct UnavailabilityTests {
    static let failures: [Failure] = [
        .busy, .unavailable(Fault("disk I/O error")),
        .unavailable(Fault("commit unanswered", outcomeUnknown: true)),
    ]

    @Test(
        "every write is answered 503 with the time after which to try again, and no word of the fault",
        arguments: failures)
    func writes(failure: Failure) async throws {
        let server = try await TestServer { $0.storageFailure = failure }
        let expected = String(buffer: ErrorResponses.answer(for: failure).body)

        for (method, path, json) in [
            (HTTPRequest.Method.post, "/api/patients/", Body.ann), (.post, "/api/doctors/", Body.drHouse),
            (.post, "/api/mappings/", Body.mapping), (.post, "/api/appointments/", Body.appointment),
            (.patch, "/api/auth/profile/", "{}"), (.delete, "/api/patients/1/", ""),
            (.post, "/api/auth/login/", #"{"username":"nurse","password":"Tr1cky-Horse-9"}"#),
        ] {
            let isSignIn = path == "/api/auth/login/"
            let answer = try await server.send(method, path, as: isSignIn ? nil : server.nurse, json: json)

            #expect(answer.status == 503, "\(path)")
            #expect(answer.headers[.retryAfter] == "1")
            #expect(answer.body == expected)
        }
    }

    @Test("an overloaded hasher is answered 503 at once")
    func busyHasher() async throws {
        let server = try await TestServer { $0.hasherFailure = .busy }

        let answer = try await server.send(
            .post, "/api/auth/login/", json: #"{"username":"nurse","password":"Tr1cky-Horse-9"}"#)

        #expect(answer.status == 503)
        #expect(answer.headers[.retryAfter] == "1")
    }

    @Test("the server is alive but not ready while its database is away")
    func readiness() async throws {
        let server = try await TestServer { $0.storageFailure = .unavailable(Fault("08006")) }

        let alive = try await server.send(.get, "/healthz")
        let ready = try await server.send(.get, "/readyz")

        #expect(alive.status == 200)
        #expect(alive.body == #"{"detail":"alive"}"#)
        #expect(ready.status == 503)
        #expect(ready.headers[.retryAfter] == "1")
    }

    @Test("the server is ready until it is asked to stop")
    func stopping() async throws {
        let server = try await TestServer()

        let before = try await server.send(.get, "/readyz")
        server.readiness.stop()
        let after = try await server.send(.get, "/readyz")

        #expect(before.status == 200)
        #expect(before.body == #"{"detail":"ready"}"#)
        #expect(after.status == 503)
        #expect(after.body == #"{"detail":"stopping"}"#)
    }
}
