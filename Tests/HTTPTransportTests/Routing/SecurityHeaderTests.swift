import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite("Headers that protect")
struct SecurityHeaderTests {
    private static let methods: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options, .trace]

    @Test("every answer of every route says that it is not to be kept, framed, sniffed or loaded by others")
    func everyRoute() async throws {
        let server = try await TestServer.withRecords()
        let paths = server.routes.flatMap(\.paths).map { $0.replacing(/\{[a-z_]+\}/, with: "1") } + ["/nothing/"]

        var missing: [String] = []
        for path in paths {
            for method in Self.methods {
                for token in [nil, server.admin, "forged"] {
                    let answer = try await server.send(
                        method, path, as: token, headers: [.origin: "http://localhost:3000"])
                    let lacks = Self.lacks(answer.headers)
                    if !lacks.isEmpty { missing.append("\(method) \(path) \(answer.status): \(lacks)") }
                }
            }
        }

        #expect(paths.count > 30)
        #expect(missing == [])
    }

    @Test("only over TLS a browser is told to come over TLS alone", arguments: [true, false])
    func transportSecurity(isOverTLS: Bool) async throws {
        let server = try await TestServer { $0.isOverTLS = isOverTLS }

        let answer = try await server.send(.get, "/healthz")

        #expect(answer.headers[.strictTransportSecurity] == (isOverTLS ? "max-age=31536000; includeSubDomains" : nil))
    }

    @Test("a page that runs scripts allows its own and no others, and may not be framed either")
    func pages() async throws {
        let server = try await TestServer()

        let page = try await server.send(.get, "/api/docs/")

        let policy = try #require(page.headers[.contentSecurityPolicy])
        #expect(page.headers[values: .contentSecurityPolicy].count == 1)
        #expect(policy.contains("default-src 'none'; script-src 'self'"))
        #expect(policy.contains("frame-ancestors 'none'"))
        #expect(!policy.contains("unsafe"))
    }

    /// The names of the fields that an answer should have and has not, or has otherwise.
    private static func lacks(_ headers: HTTPFields) -> [String] {
        let expected = [
            "cache-control": "no-store", "x-content-type-options": "nosniff", "x-frame-options": "DENY",
            "referrer-policy": "no-referrer", "cross-origin-resource-policy": "same-origin",
        ]
        var lacking = expected.keys.filter { name in
            headers.filter { $0.name.canonicalName == name }.map(\.value) != [expected[name]]
        }
        if headers[.contentSecurityPolicy]?.contains("frame-ancestors 'none'") != true { lacking.append("csp") }
        if headers.contains(where: { ["server", "x-powered-by", "via"].contains($0.name.canonicalName) }) {
            lacking.append("silence on the program's version")
        }
        return lacking
    }
}
