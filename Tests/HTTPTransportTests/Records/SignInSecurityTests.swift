import Application
import Domain
import HTTPTypes
import OpenSSLTokens
import Testing

@testable import HTTPTransport

@Suite struct `Signing in safely, as it is answered` {
    private static let wrong = #"{"username":"nurse","password":"Another-Horse-8"}"#
    private static let right = #"{"username":"nurse","password":"Tr1cky-Horse-9"}"#
    private static let password = #"{"password":"Tr1cky-Horse-9"}"#

    @Test(arguments: ["/api/auth/login/", "/hospital/api/auth/login/"])
    func `the eleventh failure is told how long to wait`(_ path: String) async throws {
        let server = try await TestServer()
        for _ in 0..<10 { _ = try await server.send(.post, path, json: Self.wrong) }

        let answers = [
            try await server.send(.post, path, json: Self.wrong), try await server.send(.post, path, json: Self.right),
        ]

        for answer in answers {
            #expect(answer.status == 429)
            #expect(answer.headers[.retryAfter] == "900")
            #expect(answer.body == #"{"detail":"Request was throttled. Expected available in 900 seconds."}"#)
        }
    }

    @Test func `a password is changed by who knows the old one`() async throws {
        let server = try await TestServer()
        let change = #"{"old_password":"Tr1cky-Horse-9","new_password":"Calm-Otter-Lake-51"}"#

        let changed = try await server.send(.post, "/api/auth/password/change/", as: server.nurse, json: change)
        let again = try await server.send(.post, "/api/auth/password/change/", as: server.nurse, json: change)
        let signedIn = try await server.send(.post, "/api/auth/login/", json: Self.right)

        #expect(changed.status == 204 && changed.body.isEmpty)
        #expect(again.status == 400)
        #expect(
            again.body
                == #"{"old_password":["Your old password was entered incorrectly. Please enter it again."]}"#)
        #expect(signedIn.status == 401)
    }

    @Test(arguments: [
        ("{}", #"{"old_password":["This field is required."],"new_password":["This field is required."]}"#),
        (
            #"{"old_password":"Tr1cky-Horse-9","new_password":"12345"}"#,
            #"{"new_password":["This password is too short. It must contain at least 8 characters.","#
                + #""This password is too common.","This password is entirely numeric."]}"#
        ),
        (
            #"{"old_password":"x","new_password":"nurse12"}"#,
            #"{"old_password":["Your old password was entered incorrectly. Please enter it again."],"#
                + #""new_password":["The password is too similar to the username.","#
                + #""This password is too short. It must contain at least 8 characters."]}"#
        ),
        (
            #"{"old_password":null,"new_password":[]}"#,
            #"{"old_password":["This field may not be null."],"new_password":["Not a valid string."]}"#
        ),
    ]) func `what is wrong with a change of password is told by member`(_ body: String, _ expected: String) async throws
    {
        let server = try await TestServer()

        let answer = try await server.send(.post, "/api/auth/password/change/", as: server.nurse, json: body)

        #expect(answer.status == 400)
        #expect(answer.body == expected)
    }

    @Test func `sessions are shown to their holder, and ended`() async throws {
        let server = try await TestServer()
        let signedIn = try await server.send(
            .post, "/api/auth/login/", json: Self.right, headers: [.userAgent: "Desk 1.0"])
        let access = try #require(signedIn.body.firstMatch(of: /"access":"([^"]+)"/)?.output.1)

        let list = try await server.send(.get, "/api/auth/sessions/", as: String(access))
        let ids = list.body.matches(of: /"id":([0-9]+)[^}]*"is_current":true/).map { String($0.output.1) }
        let foreign = try await server.send(.delete, "/api/auth/sessions/\(ids.first ?? "")/", as: server.admin)
        let unknown = try await server.send(.delete, "/api/auth/sessions/77/", as: String(access))
        let ended = try await server.send(.delete, "/api/auth/sessions/\(ids.first ?? "")/", as: String(access))
        let after = try await server.send(.get, "/api/auth/sessions/", as: String(access))

        #expect(list.status == 200)
        #expect(list.body.contains(#""device":"Desk 1.0","address":"","is_current":true"#))
        #expect(list.body.contains(#""started_at":"2025-09-01T06:00:00.000001Z""#))
        #expect([foreign.status, unknown.status, ended.status, after.status] == [404, 404, 204, 401])
        #expect(unknown.body == #"{"detail":"No Session matches the given query."}"#)
    }

    @Test func `whoever has to change the password can do that, read the profile and nothing else`() async throws {
        let server = try await TestServer.withRecords()
        try await server.change(1) { $0.mustChangePassword = true }
        let change = #"{"old_password":"Tr1cky-Horse-9","new_password":"Calm-Otter-Lake-51"}"#

        let before = try await server.statuses(as: server.nurse)
        let refused = try await server.send(.get, "/api/patients/1/", as: server.nurse)
        let changed = try await server.send(.post, "/api/auth/password/change/", as: server.nurse, json: change)
        let after = try await server.send(.get, "/api/patients/1/", as: server.nurse)

        #expect(
            Set(before.filter { $0.value != 403 }.keys) == [
                "GET /api/auth/profile/", "POST /api/auth/password/change/",
            ])
        #expect(
            refused.body
                == #"{"detail":"You have to change your password first.","code":"password_change_required"}"#)
        #expect([changed.status, after.status] == [204, 200])
    }

    @Test func `an administrator without a second factor can set one up and nothing else, where it is asked for`()
        async throws
    {
        let server = try await TestServer { $0.rules.administratorsNeedSecondFactor = true }

        let admin = try await server.statuses(as: server.admin)
        let refused = try await server.send(.get, "/api/patients/", as: server.admin)
        let nurse = try await server.send(.get, "/api/patients/", as: server.nurse)

        #expect(
            Set(admin.filter { $0.value != 403 }.keys) == [
                "GET /api/auth/profile/", "POST /api/auth/password/change/", "POST /api/auth/otp/enrol/",
                "POST /api/auth/otp/confirm/",
            ])
        #expect(refused.body.contains(#""code":"otp_enrolment_required""#))
        #expect(nurse.status == 200)
    }

    @Test(arguments: ["/api/auth/login/", "/hospital/api/auth/login/"])
    func `two-step sign-in is set up, asked for and ended`(_ path: String) async throws {
        let server = try await TestServer()
        let clock = server.clock

        let enrolled = try await server.send(.post, "/api/auth/otp/enrol/", as: server.nurse, json: Self.password)
        let confirmed = try await server.send(
            .post, "/api/auth/otp/confirm/", as: server.nurse, json: #"{"otp":"\#(try await server.code())"}"#)
        let first = try await server.send(.post, path, json: Self.right)
        clock.advance(seconds: 30)
        let body = #"{"username":"nurse","password":"Tr1cky-Horse-9","otp":"\#(try await server.code())"}"#
        let second = try await server.send(.post, path, json: body)
        let again = try await server.send(.post, path, json: body)
        clock.advance(seconds: 30)
        let removal = #"{"password":"Tr1cky-Horse-9","otp":"\#(try await server.code())"}"#
        let removed = try await server.send(.delete, "/api/auth/otp/", as: server.nurse, json: removal)
        let plain = try await server.send(.post, path, json: Self.right)

        #expect(
            [enrolled, confirmed, first, second, again, removed, plain].map(\.status) == [
                200, 200, 401, 200, 401, 204, 200,
            ])
        #expect(enrolled.body.contains(#""uri":"otpauth://totp/Clinic:nurse?secret="#))
        #expect(confirmed.body.matches(of: /"([A-Z2-7]{4}-){5}[A-Z2-7]{4}"/).count == 10)
        #expect(first.body == #"{"detail":"A one-time code is required.","code":"otp_required"}"#)
        #expect(
            again.body == #"{"detail":"The one-time code is wrong or was used already.","code":"otp_invalid"}"#)
    }

    @Test(arguments: ["null", #""""#, #""  ""#]) func `a code left blank is none`(_ code: String) async throws {
        let server = try await TestServer()

        let answer = try await server.send(
            .post, "/api/auth/login/", json: #"{"username":"nurse","password":"Tr1cky-Horse-9","otp":\#(code)}"#)

        #expect(answer.status == 200)
    }

    @Test(arguments: [
        ("enrol", "{}", #"{"password":["This field is required."]}"#),
        ("enrol", #"{"password":"x"}"#, #"{"password":["The password is wrong."]}"#),
        ("confirm", "{}", #"{"otp":["This field is required."]}"#),
        ("confirm", #"{"otp":" "}"#, #"{"otp":["This field may not be blank."]}"#),
        ("confirm", #"{"otp":"1"}"#, #"{"non_field_errors":["Two-step sign-in is not set up."]}"#),
        (
            "confirm", #"{"otp":"\#(String(repeating: "7", count: 65))"}"#,
            #"{"otp":["Ensure this field has no more than 64 characters."]}"#
        ),
    ]) func `what is wrong with setting it up is told by member`(
        _ step: String, _ body: String, _ expected: String
    ) async throws {
        let server = try await TestServer()

        let answer = try await server.send(.post, "/api/auth/otp/\(step)/", as: server.nurse, json: body)

        #expect(answer.status == 400)
        #expect(answer.body == expected)
    }
}

extension TestServer {
    /// The code that the nurse's authenticator shows.
    fileprivate func code() async throws -> String {
        let nurse = AccountID(1)!
        let secrets = try OpenSSLSecondFactorSecrets(
            secretKey: "a key for tests that is long enough", random: CountingBits())
        let sealed = try await storage.transaction { stores throws(Failure) in
            try await stores.secondFactors.find(of: nurse)
        }
        let secret = try #require(sealed.flatMap { secrets.open($0.sealedSecret, of: nurse) })
        return secrets.code(of: secret, step: TimeStep.number(at: clock.now())).text
    }

    /// Changes an account.
    func change(_ number: Int64, _ change: @escaping @Sendable (inout Account) -> Void) async throws {
        let id = AccountID(number)!
        _ = try await storage.transaction { stores throws(Failure) in
            guard var account = try await stores.accounts.findForChange(id) else { throw .notFound(.account) }
            change(&account)
            try await stores.accounts.update(account)
            return true
        }
    }

    /// How every operation for those who are signed in answers an empty body.
    fileprivate func statuses(as token: String) async throws -> [String: Int] {
        var statuses: [String: Int] = [:]
        for route in routes where route.access == .signedIn {
            for method in route.methods {
                let path = route.paths[0].replacing(/\{[^}]+\}/, with: "1")
                let answer = try await send(method.method, path, as: token, json: "{}")
                statuses["\(method.method.rawValue) \(route.paths[0])"] = answer.status
            }
        }
        return statuses
    }
}
