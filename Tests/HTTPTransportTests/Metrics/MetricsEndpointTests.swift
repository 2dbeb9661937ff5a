import Domain
import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite struct `The server's numbers` {
    private static let token = "a-token-of-some-length"

    private func server(proxies: [String] = [], token: String? = nil) async throws -> TestServer {
        try await TestServer { options in
            options.policy.trustedProxies = TrustedProxies(proxies.compactMap { AddressRange($0) })
            options.metricsToken = token
        }
    }

    @Test(arguments: ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"])
    func `are told to programs on this machine, in Prometheus' text format`(_ peer: String) async throws {
        let server = try await server()

        let answer = try await server.send(.get, "/metrics", from: peer)

        #expect(answer.status == 200)
        #expect(answer.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
        #expect(answer.body.hasSuffix("\n"))
    }

    @Test(arguments: ["203.0.113.9", "10.0.0.1", nil])
    func `are told to nobody elsewhere`(_ peer: String?) async throws {
        let server = try await server()

        let answer = try await server.send(.get, "/metrics/", as: server.admin, from: peer)

        #expect(answer.status == 403)
    }

    @Test(arguments: [
        "X-Forwarded-For": "127.0.0.1", "Forwarded": "for=127.0.0.1", "X-Forwarded-Proto": "https",
        "X-Forwarded-Host": "localhost", "X-Real-IP": "127.0.0.1", "Via": "1.1 proxy",
    ])
    func `are told to nobody for whom a proxy on this machine asks`(_ name: String, _ value: String) async throws {
        let server = try await server()

        let answer = try await server.send(
            .get, "/metrics", headers: [HTTPField.Name(name)!: value], from: "127.0.0.1")

        #expect(answer.status == 403)
    }

    @Test func `are not told to this machine when that is where proxies are trusted`() async throws {
        let server = try await server(proxies: ["127.0.0.1", "::1"], token: Self.token)

        let silent = try await server.send(.get, "/metrics", from: "127.0.0.1")
        let forwarded = try await server.send(
            .get, "/metrics", headers: [HTTPField.Name("X-Forwarded-For")!: "127.0.0.1"], from: "127.0.0.1")
        let withToken = try await server.send(.get, "/metrics", as: Self.token, from: "127.0.0.1")

        #expect([silent.status, forwarded.status, withToken.status] == [401, 401, 200])
        #expect(silent.headers[.wwwAuthenticate] == "Bearer realm=\"api\"")
    }

    @Test func `are told to whoever brings the token, and it alone`() async throws {
        let server = try await server(token: Self.token)

        let good = try await server.send(.get, "/metrics", as: Self.token, from: "203.0.113.9")
        let wrong = try await server.send(.get, "/metrics", as: Self.token + "x", from: "203.0.113.9")
        let other = try await server.send(.get, "/metrics", as: server.admin, from: "203.0.113.9")
        let none = try await server.send(.get, "/metrics", from: "203.0.113.9")

        #expect([good.status, wrong.status, other.status, none.status] == [200, 401, 401, 401])
    }

    @Test func `count requests by method, route and class of status, and unknown paths together`() async throws {
        let server = try await server()
        for path in ["/api/patients/1/", "/api/patients/2", "/api/nobody/Ann-Archer/", "/?Ann=Archer"] {
            _ = try await server.send(.get, path, as: server.nurse)
        }
        _ = try await server.send(.head, "/healthz")
        _ = try await server.send(.delete, "/healthz")

        let text = try await server.send(.get, "/metrics", from: "::1").body

        let counted = text.split(separator: "\n").filter { $0.hasPrefix("clinic_http_requests_total") }
        #expect(
            Set(counted) == [
                #"clinic_http_requests_total{method="GET",route="/api/patients/{id}/",status="4xx"} 2"#,
                #"clinic_http_requests_total{method="GET",route="none",status="4xx"} 1"#,
                #"clinic_http_requests_total{method="GET",route="/",status="2xx"} 1"#,
                #"clinic_http_requests_total{method="GET",route="/healthz/",status="2xx"} 1"#,
                #"clinic_http_requests_total{method="other",route="/healthz/",status="4xx"} 1"#,
            ])
        #expect(!text.contains("Archer"))
    }

    @Test func `are lines that Prometheus reads, each metric with help and type before its samples`() async throws {
        let server = try await server()
        _ = try await server.send(.get, "/healthz")

        let text = try await server.send(.get, "/metrics", from: "::1").body

        var known: Set<Substring> = []
        let sample = /(?<name>[a-z_]+)(?<labels>\{[a-z_]+="[^"]*"(,[a-z_]+="[^"]*")*\})? [0-9.]+/
        for line in text.split(separator: "\n") {
            if line.hasPrefix("# TYPE") { known.insert(line.split(separator: " ")[2]) }
            guard !line.hasPrefix("#") else { continue }
            let name = try #require(line.wholeMatch(of: sample), "\(line)").name
            let family = name.replacing(/_(bucket|sum|count)$/, with: "")
            #expect(known.contains(name) || known.contains(family[...]), "\(line)")
        }
        #expect(known.isSuperset(of: ["clinic_build_info", "process_start_time_seconds", "clinic_database_up"]))
        #expect(
            text.contains(
                "clinic_http_request_duration_seconds_bucket{method=\"GET\",route=\"/healthz/\",le=\"+Inf\"} 1"))
        #expect(text.contains("clinic_database_info{engine=\"SQLite\""))
        #expect(text.contains("clinic_database_connections_max{lane=\"writes\"} 1"))
        #expect(text.contains("clinic_sessions_open 4"))
    }

    @Test func `count what met a limit`() async throws {
        let server = try await TestServer { $0.hasherFailure = .busy }
        let form = #"{"username": "nurse", "password": "Tr1cky-Horse-9"}"#
        _ = try await server.send(.post, "/api/auth/login/", json: form)

        let text = try await server.send(.get, "/metrics", from: "::1").body

        #expect(text.contains("clinic_http_refusals_total{reason=\"unavailable\"} 1"))
        #expect(text.contains("clinic_http_refusals_total{reason=\"throttled\"} 0"))
    }
}

@Suite struct `The page at the root` {
    @Test func `leads to the pages for people where there are any`() async throws {
        let page = Route.page("/admin/", [.get: { _ in Answer.page("") }])
        let with = try await TestServer { $0.pages = [page] }
        let without = try await TestServer()

        let linked = try await with.send(.get, "/")
        let bare = try await without.send(.get, "/")

        #expect(linked.body.contains("href=\"/admin/\""))
        #expect(!bare.body.contains("/admin"))
    }
}
