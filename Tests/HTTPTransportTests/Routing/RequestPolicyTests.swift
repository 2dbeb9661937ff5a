import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite("Allowed hosts")
struct AllowedHostTests {
    @Test(
        "a host is served when it, its domain, or any is allowed, whatever its port and case",
        arguments: [
            (["clinic.example.org"], "clinic.example.org", true),
            (["Clinic.example.org"], "CLINIC.EXAMPLE.ORG:8443", true),
            (["clinic.example.org"], "example.org", false), (["clinic.example.org"], "xclinic.example.org", false),
            ([".example.org"], "example.org", true), ([".example.org"], "a.b.example.org:80", true),
            ([".example.org"], "badexample.org", false), ([".example.org"], "example.org.evil", false),
            (["*"], "anything:1", true), (["*"], nil, true), (["[::1]"], "[::1]", true),
            (["[::1]"], "[::1]:8000", true),
            (["[::1]"], "[::2]:8000", false), (["[::1]"], "::1", false),
            (["localhost", "127.0.0.1"], "127.0.0.1:9", true),
            (["localhost"], nil, false), (["localhost"], "", false), ([], "localhost", false),
            (["localhost"], ":80", false), (["localhost"], "localhost:", true), (["localhost"], "localhost:a", false),
            (["localhost"], "localhost:80:80", false), (["localhost"], "localhost:65536", false),
            (["localhost"], "localhost:+80", false), (["[::1]"], "[::1]:80", true), (["[::1]"], "[::1]evil", false),
        ] as [([String], String?, Bool)])
    func hosts(allowed: [String], host: String?, isServed: Bool) {
        let policy = RequestPolicy(allowedHosts: allowed, allowedOrigins: [])

        #expect(policy.allows(host: host) == isServed)
    }

    @Test("a foreign host is answered 400 before anything else, preflights too")
    func foreignHost() async throws {
        let server = try await TestServer()

        let get = try await server.send(.get, "/api/nothing/", host: "evil.example")
        let preflight = try await server.send(
            .options, "/api/patients/",
            headers: [.origin: "http://localhost:3000", .accessControlRequestMethod: "GET"], host: "evil.example")

        #expect(get.status == 400)
        #expect(get.body == #"{"detail":"This host name is not served here; see ALLOWED_HOSTS."}"#)
        #expect(preflight.status == 400)
    }
}

@Suite("Pages of other origins")
struct CORSTests {
    @Test(
        "an allowed origin is echoed on answers of every kind",
        arguments: [
            (HTTPRequest.Method.get, "/api/doctors/", 200), (.get, "/api/patients/99/", 404),
            (.delete, "/api/doctors/", 405),
            (.get, "/nothing/", 404),
        ])
    func allowed(method: HTTPRequest.Method, path: String, status: Int) async throws {
        let server = try await TestServer()

        let answer = try await server.send(
            method, path, as: server.nurse, headers: [.origin: "http://localhost:3000"])

        #expect(answer.status == status)
        #expect(answer.headers[.accessControlAllowOrigin] == "http://localhost:3000")
        #expect(answer.headers[.accessControlExposeHeaders]?.contains("X-Request-ID") == true)
        #expect(answer.headers[.vary] == "origin")
    }

    @Test(
        "a foreign origin, or none, gets the answer without that header",
        arguments: [
            "http://localhost:3001", "https://localhost:3000", "http://localhost:3000.evil.example", "null", "",
        ])
    func foreign(origin: String) async throws {
        let server = try await TestServer()

        let answer = try await server.send(.get, "/api/doctors/", as: server.nurse, headers: [.origin: origin])

        #expect(answer.status == 200)
        #expect(answer.headers[.accessControlAllowOrigin] == nil)
        #expect(answer.headers[.vary] == "origin")
    }

    @Test("a preflight needs no token and says what may be sent")
    func preflight() async throws {
        let server = try await TestServer()

        let answer = try await server.send(
            .options, "/api/patients/1/",
            headers: [
                .origin: "http://localhost:3000", .accessControlRequestMethod: "DELETE", .requestID: "preflight",
            ])

        #expect(
            answer.snapshot
                == """
                200
                access-control-allow-headers: accept, authorization, content-type, idempotency-key, if-match, if-none-match, x-request-id
                access-control-allow-methods: DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT
                access-control-allow-origin: http://localhost:3000
                access-control-expose-headers: ETag, Link, Retry-After, X-Request-ID
                access-control-max-age: 86400
                cache-control: no-store
                content-length: 0
                content-security-policy: default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
                cross-origin-resource-policy: same-origin
                referrer-policy: no-referrer
                vary: origin
                x-content-type-options: nosniff
                x-frame-options: DENY
                x-request-id: preflight


                """)
    }

    @Test("a preflight of a foreign origin is answered without any permission")
    func foreignPreflight() async throws {
        let server = try await TestServer()

        let answer = try await server.send(
            .options, "/api/patients/", headers: [.origin: "http://evil.example", .accessControlRequestMethod: "POST"])

        #expect(answer.status == 200)
        #expect(answer.headers[.accessControlAllowOrigin] == nil)
        #expect(answer.headers[.accessControlAllowMethods] == nil)
        #expect(answer.body.isEmpty)
    }
}
