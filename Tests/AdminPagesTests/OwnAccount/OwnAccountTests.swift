import Application
import Domain
import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite struct `Somebody's own account` {
    @Test func `has a profile that its holder changes, and the head of pages with it`() async throws {
        var browser = Browser(try await PageServer())
        try await browser.signIn(as: "nurse")

        try await browser.get("/admin/account/")
        let wrong = try await browser.submit("/admin/account/", ["email": "x", "first_name": "Nora"])
        let right = try await browser.submit(
            "/admin/account/", ["email": "nora@example.org", "first_name": "Nora", "last_name": "Lind"])
        try await browser.follow()

        #expect(wrong.status == 400)
        #expect(wrong.body.contains("<a href=\"#email\">E-mail: Enter a valid email address.</a>"))
        #expect(right.status == 303)
        #expect(browser.html.contains("Your profile is saved."))
        #expect(browser.html.contains("Nora Lind <small>front desk</small>"))
    }

    @Test func `gets another password when both entries are the same and the present one is right`() async throws {
        let server = try await PageServer()
        try await server.add("new", .staff, mustChangePassword: true)
        var browser = Browser(server)
        try await browser.signIn(as: "new")

        let shown = try await browser.get("/admin/account/")
        var sent = ["old_password": PageServer.password, "new_password": "Calm-Otter-51", "password2": "Calm-Otter-52"]
        let different = try await browser.submit("/admin/account/password/", sent)
        sent["password2"] = "Calm-Otter-51"
        let wrong = try await browser.submit(
            "/admin/account/password/", sent.merging(["old_password": "x"]) { $1 })
        let right = try await browser.submit("/admin/account/password/", sent)
        let after = try await browser.get("/admin/")

        #expect(shown.body.contains("You have to choose another password before you go on."))
        #expect(!shown.body.contains("name=\"first_name\""))
        #expect(different.status == 400)
        #expect(different.body.contains("id=\"password2-error\""))
        #expect(wrong.body.contains("id=\"old_password-error\""))
        #expect(!wrong.body.contains("Calm-Otter"))
        #expect(right.status == 303)
        #expect(after.status == 200)
    }

    @Test func `changes nothing else before its duty is done`() async throws {
        let server = try await PageServer()
        try await server.add("new", .staff, mustChangePassword: true)
        var browser = Browser(server)
        try await browser.signIn(as: "new")
        try await browser.get("/admin/account/")

        let profile = try await browser.submit("/admin/account/", ["email": "x@example.org"])
        let factor = try await browser.submit(
            "/admin/account/second-factor/", ["password": PageServer.password])

        #expect(profile.status == 403)
        #expect(factor.status == 403)
    }

    @Test func `sets two-step sign-in up and takes it away`() async throws {
        let server = try await PageServer()
        var browser = Browser(server)
        try await browser.signIn(as: "nurse")
        try await browser.get("/admin/account/")

        let secret = try await browser.submit("/admin/account/second-factor/", ["password": PageServer.password])
        let wrong = try await browser.submit("/admin/account/second-factor/confirm/", ["otp": "000000"])
        let code = try server.code(shownIn: secret.body)
        let codes = try await browser.submit("/admin/account/second-factor/confirm/", ["otp": code])
        let after = try await browser.get("/admin/account/")
        server.clock.advance(seconds: 30)
        let next = try server.code(shownIn: secret.body)
        let removed = try await browser.submit(
            "/admin/account/second-factor/remove/", ["password": PageServer.password, "otp": next])

        #expect(secret.body.contains("otpauth://totp/Clinic:nurse?secret="))
        #expect(wrong.status == 400)
        #expect(codes.body.matches(of: /<li>([A-Z2-7]{4}-){5}[A-Z2-7]{4}<\/li>/).count == RecoveryCode.count)
        #expect(after.body.contains("Two-step sign-in is set up"))
        #expect(removed.status == 303)
    }

    @Test func `leads an administrator without a second factor to it when the rules ask for one`() async throws {
        let server = try await PageServer { $0.rules.administratorsNeedSecondFactor = true }
        var browser = Browser(server)
        try await browser.signIn(as: "admin")

        let today = try await browser.get("/admin/")
        let account = try await browser.get("/admin/account/")
        let secret = try await browser.submit("/admin/account/second-factor/", ["password": PageServer.password])

        #expect(today.status == 403)
        #expect(today.body.contains("href=\"/admin/account/\""))
        #expect(account.body.contains("action=\"/admin/account/second-factor/\""))
        #expect(secret.status == 200)
    }

    @Test func `keeps a language, which the next sign-in speaks`() async throws {
        let server = try await PageServer()
        var browser = Browser(server)
        try await browser.signIn(as: "nurse")
        try await browser.get("/admin/account/")

        try await browser.submit("/admin/account/language/", ["language": "de"])
        try await browser.follow()
        var elsewhere = Browser(server)
        try await elsewhere.signIn(as: "nurse")
        try await elsewhere.follow()

        #expect(browser.html.contains("Ihre Sprache ist gespeichert."))
        #expect(elsewhere.html.contains("<html lang=\"de\">"))
    }

    @Test func `ends its sessions elsewhere`() async throws {
        let server = try await PageServer()
        var (here, there) = (Browser(server), Browser(server))
        there.headers = [.userAgent: "Firefox <b>"]
        try await there.signIn(as: "nurse")
        try await here.signIn(as: "nurse")

        let page = try await here.get("/admin/account/")
        let action = try #require(page.body.firstMatch(of: /\/admin\/account\/sessions\/[0-9]+\/end\//)).output
        let ended = try await here.submit(String(action), [:])
        try await here.get("/admin/account/")
        let again = try await here.submit(String(action), [:])
        let outside = try await there.get("/admin/")

        #expect(page.body.contains("Firefox &lt;b&gt;"))
        #expect(ended.status == 303)
        #expect(again.status == 303)
        #expect(outside.status == 302)
    }
}

extension PageServer {
    /// The code that belongs to the secret in a page.
    fileprivate func code(shownIn page: String) throws -> String {
        let groups = try #require(page.firstMatch(of: /<code id="secret">([A-Z2-7 ]+)<\/code>/)).1
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var (bytes, bits, count): ([UInt8], UInt64, Int) = ([], 0, 0)
        for character in groups where character != " " {
            bits = bits << 5 | UInt64(try #require(alphabet.firstIndex(of: character)))
            count += 5
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(count)))
            }
        }
        return try code(of: #require(OneTimeSecret(bytes)))
    }
}
