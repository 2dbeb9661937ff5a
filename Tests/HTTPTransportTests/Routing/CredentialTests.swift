import Application
import Domain
import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite("Credentials")
struct CredentialTests {
    private static let notProvided = #"{"detail":"Authentication credentials were not provided."}"#
    private static let malformed = #"""
        {"detail":"Authorization header must contain two space-delimited values","code":"bad_authorization_header"}
        """#

    private static func unusable(_ message: String) -> String {
        #"{"detail":"Given token not valid for any token type","code":"token_not_valid","messages":"#
            + #"[{"token_class":"AccessToken","token_type":"access","message":"\#(message)"}]}"#
    }

    @Test(
        "what is wrong with the header decides the text; every 401 carries a challenge",
        arguments: [
            (nil, notProvided), ("Token abc", notProvided), ("bearer access.1.00a1.9999999999", notProvided),
            ("Bearer", malformed), ("Bearer a b", malformed), ("Bearer garbage", unusable("Token is invalid")),
            ("Bearer access.1.00a1.1", unusable("Token is expired")),
            ("Bearer refresh.1.00a1.9999999999", unusable("Token has wrong type")),
            ("Bearer access.2.00a1.9999999999", unusable("Token is invalid")),
        ] as [(String?, String)])
    func texts(header: String?, body: String) async throws {
        let server = try await TestServer()
        var headers: HTTPFields = [:]
        headers[.authorization] = header

        let answer = try await server.send(.get, "/api/patients/", headers: headers)

        #expect(answer.status == 401)
        #expect(answer.body == body)
        #expect(answer.headers[.wwwAuthenticate] == #"Bearer realm="api""#)
    }

    @Test("an access token is not good any more when its session has ended")
    func endedSession() async throws {
        let server = try await TestServer()
        let session = SessionID(bits: 0xA1)
        try await server.storage.transaction { stores throws(Failure) in
            try await stores.sessions.end(session, at: .dawn)
        }

        let answer = try await server.send(.get, "/api/patients/", as: server.nurse)

        #expect(answer.status == 401)
        #expect(answer.body == CredentialTests.unusable("Token is invalid"))
    }

    @Test(
        "registration looks at a header that is sent; sign-in, refresh, sign-out and pages do not",
        arguments: [
            (HTTPRequest.Method.post, "/api/auth/register/", 401), (.post, "/api/auth/login/", 400),
            (.post, "/api/auth/token/refresh/", 400), (.post, "/api/auth/logout/", 400), (.get, "/healthz", 200),
            (.get, "/", 200),
        ])
    func openPaths(method: HTTPRequest.Method, path: String, status: Int) async throws {
        let server = try await TestServer()

        let answer = try await server.send(method, path, as: "garbage", json: method == .post ? "{}" : nil)

        #expect(answer.status == status)
    }
}
