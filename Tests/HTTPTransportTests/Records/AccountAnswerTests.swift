import Application
import Domain
import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite("Accounts as they are answered")
struct AccountAnswerTests {
    private static let nora = #"""
        {"username":"nora","email":"Nora@EXAMPLE.org","password":" Tr1cky-Horse-9 ","password2":"Tr1cky-Horse-9",
        "first_name":"Nora","role":"admin","id":99,"is_active":false}
        """#

    @Test("a registration shows the account and its tokens, never the password")
    func registration() async throws {
        let server = try await TestServer()

        let answer = try await server.send(.post, "/api/auth/register/", json: Self.nora)

        #expect(answer.status == 201)
        #expect(
            answer.body == #"{"id":5,"username":"nora","email":"Nora@example.org","first_name":"Nora","last_name":"","#
                + #""refresh":"refresh.5.0004.1756792800","access":"access.5.0004.1756708200"}"#)
    }

    @Test("a registered account is of role staff, whatever was sent")
    func noRoles() async throws {
        let server = try await TestServer.withRecords()
        _ = try await server.send(.post, "/api/auth/register/", json: Self.nora)

        let signedIn = try await server.useCases.accounts.signIn(
            username: "nora", password: Password("Tr1cky-Horse-9"))

        let list = try await server.send(.get, "/api/patients/", as: signedIn.tokens.access)
        #expect(signedIn.account.role == .staff)
        #expect(list.body == "[]")
    }

    @Test(
        "a sign-in shows the tokens and whose they are", arguments: ["/api/auth/login/", "/auth/login", "/api/token/"])
    func signIn(path: String) async throws {
        let server = try await TestServer()

        let answer = try await server.send(
            .post, path, json: #"{"username":"nurse","password":"Tr1cky-Horse-9"}"#, headers: [.requestID: "x"])

        #expect(answer.status == 200)
        #expect(
            answer.body == #"{"refresh":"refresh.1.0002.1756792800","access":"access.1.0002.1756708200","#
                + #""username":"nurse","email":"nurse@example.org","first_name":"","last_name":""}"#)
    }

    @Test(
        "wrong credentials are one answer",
        arguments: [("nurse", "wrong-password"), ("NURSE", "Tr1cky-Horse-9"), ("nobody", "Tr1cky-Horse-9")])
    func badCredentials(username: String, password: String) async throws {
        let server = try await TestServer()

        let answer = try await server.send(
            .post, "/api/auth/login/", json: #"{"username":"\#(username)","password":"\#(password)"}"#)

        #expect(answer.status == 401)
        #expect(answer.body == #"{"detail":"No active account found with the given credentials"}"#)
        #expect(answer.headers[.wwwAuthenticate] == #"Bearer realm="api""#)
    }

    @Test("refreshing gives a pair of tokens, and the first refresh token stays good")
    func refresh() async throws {
        let server = try await TestServer()
        let first = #"{"refresh":"refresh.1.00a1.1756792800"}"#

        let renewed = try await server.send(.post, "/api/token/refresh/", json: first)
        let again = try await server.send(.post, "/api/auth/refresh/", json: first)

        #expect(renewed.status == 200)
        #expect(renewed.body == #"{"access":"access.1.00a1.1756708200","refresh":"refresh.1.00a1.1756792800"}"#)
        #expect(again.status == 200)
    }

    @Test(
        "an unusable refresh token is answered with what is wrong with it",
        arguments: [
            ("garbage", "Token is invalid"), ("refresh.1.00a1.1", "Token is expired"),
            ("access.1.00a1.1756792800", "Token has wrong type"), ("refresh.1.0fff.1756792800", "Token is invalid"),
        ])
    func badRefresh(token: String, text: String) async throws {
        let server = try await TestServer()

        let answer = try await server.send(.post, "/api/auth/token/refresh/", json: #"{"refresh":"\#(token)"}"#)

        #expect(answer.status == 401)
        #expect(answer.body == #"{"detail":"\#(text)","code":"token_not_valid"}"#)
    }

    @Test("signing out ends the session's tokens at once")
    func signOut() async throws {
        let server = try await TestServer()
        let refresh = #"{"refresh":"refresh.1.00a1.1756792800"}"#

        let out = try await server.send(.post, "/api/auth/logout/", json: refresh)
        let again = try await server.send(.post, "/api/auth/logout/", json: refresh)
        let read = try await server.send(.get, "/api/patients/", as: server.nurse)
        let renew = try await server.send(.post, "/api/auth/token/refresh/", json: refresh)

        #expect([out.status, again.status, read.status, renew.status] == [204, 204, 401, 401])
        #expect(out.body.isEmpty)
    }

    @Test("the profile is shown and changed, but not who it belongs to")
    func profile() async throws {
        let server = try await TestServer()
        let change = #"""
            {"id":7,"username":"root","role":"admin","email":"New@HOST.org","phone_number":"555",
            "address":"Ward 3","date_of_birth":"1980-02-29"}
            """#

        let changed = try await server.send(.put, "/api/auth/profile/", as: server.nurse, json: change)
        let cleared = try await server.send(
            .patch, "/api/auth/profile/", as: server.nurse, json: #"{"date_of_birth":null,"address":""}"#)
        let shown = try await server.send(.get, "/api/auth/profile/", as: server.nurse)

        #expect(
            changed.body == #"{"id":1,"username":"nurse","email":"New@host.org","first_name":"","last_name":"","#
                + #""phone_number":"555","address":"Ward 3","date_of_birth":"1980-02-29"}"#)
        #expect(
            cleared.body == #"{"id":1,"username":"nurse","email":"New@host.org","first_name":"","last_name":"","#
                + #""phone_number":"555","address":"","date_of_birth":null}"#)
        #expect(shown.body == cleared.body)
    }

    @Test(
        "a profile's e-mail address is its own, in any case, and not blank",
        arguments: [
            (#""Admin@example.ORG""#, "This field must be unique."), (#""""#, "This field may not be blank."),
            ("null", "This field may not be null."), (#""x""#, "Enter a valid email address."),
        ])
    func profileEmail(json: String, text: String) async throws {
        let server = try await TestServer()

        let answer = try await server.send(
            .patch, "/api/auth/profile/", as: server.nurse, json: #"{"email":\#(json)}"#)

        #expect(answer.status == 400)
        #expect(try answer.errors(of: "email") == [text])
    }

    @Test("while registration is closed it is forbidden")
    func closed() async throws {
        let server = try await TestServer { $0.rules.registrationIsOpen = false }

        let answer = try await server.send(.post, "/api/auth/register/", json: Self.nora)

        #expect(answer.status == 403)
        #expect(answer.body == #"{"detail":"You do not have permission to perform this action."}"#)
    }
}
