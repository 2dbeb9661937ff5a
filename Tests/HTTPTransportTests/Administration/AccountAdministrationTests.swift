import HTTPTypes
import Testing

@testable import HTTPTransport

/// `/api/accounts/`, as administrators use it.
@Suite struct `Accounts as administrators see them` {
    private static let cuddy = #"""
        {"username":"cuddy","password":"Tr1cky-Horse-9","email":"cuddy@EXAMPLE.org","first_name":"Lisa",
        "role":"doctor","doctor":1,"id":99,"created_at":"2001-01-01","last_sign_in_at":"2001-01-01"}
        """#

    @Test func `are answered in full, never with a password or its hash`() async throws {
        let server = try await TestServer.withRecords()

        let made = try await server.send(.post, "/api/accounts/", as: server.admin, json: Self.cuddy)
        let found = try await server.send(.get, "/api/accounts/5/", as: server.admin)

        #expect(made.status == 201)
        #expect(
            made.body
                == #"{"id":5,"username":"cuddy","email":"cuddy@example.org","first_name":"Lisa","last_name":"","#
                + #""phone_number":"","address":"","date_of_birth":null,"role":"doctor","doctor":1,"patient":null,"#
                + #""is_active":true,"must_change_password":true,"last_sign_in_at":null,"created_at":"2025-09-01T06:00:00.000001Z","#
                + #""updated_at":"2025-09-01T06:00:00.000001Z"}"#)
        #expect(found.status == 200 && found.body == made.body)
        #expect(found.headers[.eTag] == made.headers[.eTag])
    }

    @Test func `change by the members that are sent, names and times aside`() async throws {
        let server = try await TestServer.withRecords()

        let changed = try await server.send(
            .patch, "/api/accounts/1/", as: server.admin,
            json: #"{"role":"patient","patient":1,"phone_number":"5","username":"x","password":"y","id":7}"#)
        let back = try await server.send(
            .put, "/api/accounts/1/", as: server.admin, json: #"{"role":"staff","patient":null}"#)

        #expect(changed.status == 200)
        #expect(changed.body.hasPrefix(#"{"id":1,"username":"nurse","email":"nurse@example.org""#))
        #expect(changed.body.contains(#""phone_number":"5","address":"","date_of_birth":null,"role":"patient","#))
        #expect(changed.body.contains(#""doctor":null,"patient":1,"is_active":true,"#))
        #expect(back.body.contains(#""role":"staff","doctor":null,"patient":null,"#))
    }

    @Test(arguments: [
        (#"{"role":"doctor"}"#, "doctor", "This field is required."),
        (#"{"role":"patient","doctor":1}"#, "patient", "This field is required."),
        (#"{"role":"doctor","doctor":9}"#, "doctor", #"Invalid pk "9" - object does not exist."#),
        (#"{"role":"doctor","doctor":"x"}"#, "doctor", "Incorrect type. Expected pk value, received str."),
        (#"{"patient":1}"#, "patient", "Only an account of role patient has one; it has to be null."),
        (#"{"role":"nurse"}"#, "role", #""nurse" is not a valid choice."#),
        (#"{"role":null}"#, "role", "This field may not be null."),
        (#"{"is_active":"maybe"}"#, "is_active", "Must be a valid boolean."),
        (#"{"email":"otherNurse@example.org"}"#, "email", "This field must be unique."),
    ]) func `are refused with the member that is wrong`(json: String, member: String, text: String) async throws {
        let server = try await TestServer.withRecords()

        let answer = try await server.send(.patch, "/api/accounts/1/", as: server.admin, json: json)

        #expect(answer.status == 400)
        #expect(try answer.errors(of: member) == [text])
    }

    @Test func `are linked to nobody twice`() async throws {
        let server = try await TestServer.withRecords()
        _ = try await server.send(.post, "/api/accounts/", as: server.admin, json: Self.cuddy)

        let second = try await server.send(
            .patch, "/api/accounts/1/", as: server.admin, json: #"{"role":"doctor","doctor":1}"#)

        #expect(second.status == 400)
        #expect(second.body == #"{"doctor":["user with this doctor already exists."]}"#)
    }

    @Test func `keep the administrator who asks an active administrator`() async throws {
        let server = try await TestServer()

        let demoted = try await server.send(
            .patch, "/api/accounts/3/", as: server.admin, json: #"{"role":"staff","is_active":false}"#)

        #expect(demoted.status == 400)
        #expect(
            demoted.body
                == #"{"role":["You cannot change this of your own account."],"#
                + #""is_active":["You cannot change this of your own account."]}"#)
    }

    @Test func `are listed by user name, page by page, by what is asked for`() async throws {
        let server = try await TestServer()
        let names = { (body: String) in body.matches(of: /"username":"(\w+)"/).map { String($0.1) } }

        let all = try await server.send(.get, "/api/accounts/", as: server.admin)
        let staff = try await server.send(.get, "/api/accounts/?role=staff&ordering=-id", as: server.admin)
        let found = try await server.send(.get, "/api/accounts/?search=NURSE+other", as: server.admin)
        let page = try await server.send(.get, "/api/accounts/?page_size=3&count=exact", as: server.admin)
        let wrong = try await server.send(
            .get, "/api/accounts/?role=boss&is_active=x&ordering=email&cursor=x", as: server.admin)

        #expect(names(all.body) == ["admin", "nurse", "otherNurse", "patient"])
        #expect(names(staff.body) == ["otherNurse", "nurse"] && names(found.body) == ["otherNurse"])
        #expect(page.body.hasPrefix(#"{"count":4,"next":"/api/accounts/?"#))
        #expect(names(page.body) == ["admin", "nurse", "otherNurse"])
        let members = try ["role", "is_active", "ordering", "cursor"].map { try wrong.errors(of: $0).count }
        #expect(wrong.status == 400 && members == [1, 1, 1, 1])
    }

    @Test func `are changed in the version that is meant, which a sign-in leaves as it is`() async throws {
        let server = try await TestServer()
        let first = try await server.send(.get, "/api/accounts/1/", as: server.admin)
        let tag = try #require(first.headers[.eTag])
        let signIn = #"{"username":"nurse","password":"Tr1cky-Horse-9"}"#

        server.clock.advance(seconds: 60)
        _ = try await server.send(.post, "/api/auth/login/", json: signIn)
        let later = try await server.send(.get, "/api/accounts/1/", as: server.admin, headers: [.ifNoneMatch: tag])
        let changed = try await server.send(
            .patch, "/api/accounts/1/", as: server.admin, json: "{}", headers: [.ifMatch: tag])
        let lost = try await server.send(
            .patch, "/api/accounts/1/", as: server.admin, json: "{}", headers: [.ifMatch: tag])

        #expect(later.status == 200 && later.body.contains(#""last_sign_in_at":"2025-09-01T06:01:00.000001Z""#))
        #expect(changed.status == 200 && lost.status == 412)
    }

    @Test func `are made once for one Idempotency-Key`() async throws {
        let server = try await TestServer.withRecords()
        let headers: HTTPFields = [.idempotencyKey: "k"]

        let first = try await server.send(
            .post, "/api/accounts/", as: server.admin, json: Self.cuddy, headers: headers)
        let second = try await server.send(
            .post, "/api/accounts/", as: server.admin, json: Self.cuddy, headers: headers)

        #expect(first.status == 201 && second.status == 201)
        #expect(second.body == first.body && second.headers[.eTag] == first.headers[.eTag])
    }

    @Test func `lose all their sessions when an administrator ends them, or disables them`() async throws {
        let server = try await TestServer()

        let ended = try await server.send(.delete, "/api/accounts/1/sessions/", as: server.admin)
        let disabled = try await server.send(
            .patch, "/api/accounts/2/", as: server.admin, json: #"{"is_active":"false"}"#)
        let again = try await server.send(.delete, "/api/accounts/1/sessions/", as: server.admin)

        #expect([ended.status, disabled.status, again.status] == [204, 200, 204])
        for token in [server.nurse, server.otherNurse] {
            #expect(try await server.send(.get, "/api/doctors/", as: token).status == 401)
        }
        #expect(try await server.send(.get, "/api/doctors/", as: server.patient).status == 200)
    }

    @Test(arguments: [
        (HTTPRequest.Method.get, "/api/accounts/99/"), (.patch, "/api/accounts/99/"),
        (.delete, "/api/accounts/99/sessions/"), (.get, "/api/accounts/0/"),
    ]) func `that are not there are not found, and not told to others`(
        method: HTTPRequest.Method, path: String
    ) async throws {
        let server = try await TestServer()

        let admins = try await server.send(method, path, as: server.admin, json: "{")
        let nurses = try await server.send(method, path, as: server.nurse, json: "{")

        #expect(admins.status == 404 && admins.body == #"{"detail":"No User matches the given query."}"#)
        #expect(nurses.status == (path.hasSuffix("/0/") ? 404 : 403))
    }
}
