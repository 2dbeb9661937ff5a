import Application
import Domain
import HTTPTypes
import OpenSSLTokens
import Testing

@testable import HTTPTransport

@Suite struct `Signing in with a second factor` {
    @Test func `asks for the code once the password is right`() async throws {
        let server = try await PageServer()
        let secret = try await server.enrol("nurse")
        var browser = Browser(server)

        try await browser.signIn(as: "nurse")
        let asked = try #require(browser.page)
        let sent = ["username": "nurse", "password": PageServer.password]
        let wrong = try await browser.submit("/admin/login/", sent.merging(["otp": "000000"]) { $1 })
        server.clock.advance(seconds: 30)
        let right = try await browser.submit(
            "/admin/login/", sent.merging(["otp": try server.code(of: secret)]) { $1 })

        #expect(asked.status == 401)
        #expect(asked.body.contains("name=\"otp\""))
        #expect(wrong.status == 401)
        #expect(right.status == 303)
    }
}

extension PageServer {
    private var secrets: OpenSSLSecondFactorSecrets {
        get throws {
            try OpenSSLSecondFactorSecrets(secretKey: "a key for tests that is long enough", random: CountingBits())
        }
    }

    /// Sets up a second factor.
    func enrol(_ name: String) async throws -> OneTimeSecret {
        let accounts = useCases.accounts
        let signedIn = try await accounts.signIn(username: name, password: Password(PageServer.password))
        let caller = try await accounts.authenticate(accessToken: signedIn.tokens.access)
        let enrolment = try await accounts.enrolSecondFactor(Password(PageServer.password), by: caller)
        let code = try secrets.code(of: enrolment.secret, step: clock.now().seconds / 30)
        _ = try await accounts.confirmSecondFactor(.code(code), by: caller)
        return enrolment.secret
    }

    func code(of secret: OneTimeSecret) throws -> String {
        try secrets.code(of: secret, step: clock.now().seconds / 30).text
    }
}
