import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite("Paths and methods")
struct MethodTests {
    @Test(
        "each path is served under its aliases and without its last slash; another method is told which are served",
        arguments: [
            ("/api/auth/register/", "OPTIONS, POST"), ("/auth/register/", "OPTIONS, POST"),
            ("/api/auth/login/", "OPTIONS, POST"), ("/auth/login/", "OPTIONS, POST"), ("/api/token/", "OPTIONS, POST"),
            ("/api/auth/token/refresh/", "OPTIONS, POST"), ("/api/auth/refresh/", "OPTIONS, POST"),
            ("/api/token/refresh/", "OPTIONS, POST"), ("/api/auth/logout/", "OPTIONS, POST"),
            ("/api/auth/profile/", "GET, HEAD, OPTIONS, PATCH, PUT"),
            ("/api/patients/", "GET, HEAD, OPTIONS, POST"), ("/api/doctors/", "GET, HEAD, OPTIONS, POST"),
            ("/api/mappings/", "GET, HEAD, OPTIONS, POST"), ("/api/appointments/", "GET, HEAD, OPTIONS, POST"),
            ("/api/accounts/", "GET, HEAD, OPTIONS, POST"), ("/api/accounts/1/", "GET, HEAD, OPTIONS, PATCH, PUT"),
            ("/api/accounts/1/sessions/", "DELETE, OPTIONS"),
            ("/api/patients/1/", "DELETE, GET, HEAD, OPTIONS, PATCH, PUT"),
            ("/api/doctors/1/", "DELETE, GET, HEAD, OPTIONS, PATCH, PUT"),
            ("/api/mappings/1/", "DELETE, GET, HEAD, OPTIONS, PATCH, PUT"),
            ("/api/appointments/1/", "DELETE, GET, HEAD, OPTIONS, PATCH, PUT"),
            ("/api/audit/", "GET, HEAD, OPTIONS"), ("/api/patients/1/access-log/", "GET, HEAD, OPTIONS"),
            ("/api/mappings/patient/1/", "GET, HEAD, OPTIONS"),
            ("/healthz/", "GET, HEAD, OPTIONS"), ("/readyz/", "GET, HEAD, OPTIONS"), ("/", "GET, HEAD, OPTIONS"),
        ])
    func methodNotAllowed(path: String, allow: String) async throws {
        let server = try await TestServer()

        for spelling in [path, path == "/" ? path : String(path.dropLast())] {
            let refused = try await server.send(.trace, spelling, as: server.nurse)
            let options = try await server.send(.options, spelling, as: server.nurse)

            #expect(refused.status == 405)
            #expect(refused.body == #"{"detail":"Method \"TRACE\" not allowed."}"#)
            #expect(refused.headers[.allow] == allow)
            #expect(options.status == 200)
            #expect(options.headers[.allow] == allow)
        }
    }

    @Test(
        "without a token neither a wrong method nor OPTIONS says anything",
        arguments: [HTTPRequest.Method.delete, .options])
    func strangers(method: HTTPRequest.Method) async throws {
        let server = try await TestServer()

        let answer = try await server.send(method, "/api/patients/")

        #expect(answer.status == 401)
    }

    @Test(
        "HEAD answers like GET, without the body", arguments: ["/api/patients/", "/api/patients/1/", "/", "/healthz"])
    func head(path: String) async throws {
        let server = try await TestServer.withRecords()

        let get = try await server.send(.get, path, as: server.nurse, headers: [.requestID: "same"])
        let head = try await server.send(.head, path, as: server.nurse, headers: [.requestID: "same"])

        #expect(get.status == 200)
        #expect(head.status == 200)
        #expect(head.body.isEmpty)
        #expect(head.headers[.contentLength] == String(get.body.utf8.count))
        #expect(Set(head.headers.map { "\($0)" }) == Set(get.headers.map { "\($0)" }))
    }

    @Test("HEAD where there is no GET is a wrong method")
    func headWithoutGet() async throws {
        let server = try await TestServer()

        let answer = try await server.send(.head, "/api/auth/login/")

        #expect(answer.status == 405)
        #expect(answer.body.isEmpty)
        #expect(answer.headers[.allow] == "OPTIONS, POST")
    }

    @Test("the body of a request that has none to read is not looked at", arguments: [HTTPRequest.Method.get, .delete])
    func bodiesOfReads(method: HTTPRequest.Method) async throws {
        let server = try await TestServer.withRecords()

        let answer = try await server.send(
            method, "/api/patients/1/", as: server.nurse, json: "{", headers: [.contentType: "text/plain"])

        #expect(answer.status == (method == .get ? 200 : 204))
    }
}
