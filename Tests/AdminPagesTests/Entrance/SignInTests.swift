import Application
import Domain
import HTTPTypes
import SQLitePersistence
import Testing

@testable import HTTPTransport

@Suite struct `Signing in to the pages` {
    @Test func `is where everybody is led who is not signed in`() async throws {
        var browser = Browser(try await PageServer())

        let answer = try await browser.get("/admin/")
        let list = try await browser.get("/admin/patients/?search=a&gender=F")

        #expect(answer.status == 302)
        #expect(answer.headers[.location] == "/admin/login/?next=/admin/")
        #expect(list.headers[.location] == "/admin/login/?next=/admin/patients/%3Fsearch%3Da%26gender%3DF")
    }

    @Test func `leads on to where somebody wanted to go`() async throws {
        var browser = Browser(try await PageServer())

        try await browser.signIn(as: "nurse", next: "/admin/patients/%3Fsearch%3Da")
        let location = browser.page?.headers[.location]
        try await browser.follow()

        #expect(location == "/admin/patients/?search=a")
        #expect(browser.page?.status == 200)
        #expect(browser.html.contains("<h1>Patients</h1>"))
    }

    @Test func `leads nobody back who was away too long, though the session lasts a moment more`() async throws {
        var browser = Browser(try await PageServer())
        try await browser.signIn(as: "nurse")

        let left = try await browser.get("/admin/login/?idle=1&next=/admin/patients/")
        let hidden = browser.hidden["next"]
        let stayed = try await browser.get("/admin/login/?next=/admin/patients/")

        #expect(left.status == 200)
        #expect(hidden == "/admin/patients/")
        #expect(!left.headers[values: .setCookie].contains { $0.hasPrefix("clinic=") })
        #expect(stayed.status == 302 || stayed.status == 303)
    }

    @Test(arguments: ["https://evil.example/", "//evil.example", "/api/patients/", "/admin/../api/"])
    func `never leads away from the pages`(next: String) async throws {
        var browser = Browser(try await PageServer())

        try await browser.get("/admin/login/?next=\(next)")
        try await browser.submit("/admin/login/", ["username": "nurse", "password": PageServer.password, "next": next])

        #expect(browser.page?.status == 303)
        #expect(browser.page?.headers[.location] == "/admin/")
    }

    @Test func `sets a cookie that no script reads and no other site sends with a form`() async throws {
        var plain = Browser(try await PageServer())
        var encrypted = Browser(try await PageServer { $0.isOverTLS = true })

        try await plain.signIn(as: "nurse")
        try await encrypted.signIn(as: "nurse")

        let first = plain.page?.headers[values: .setCookie].first { $0.hasPrefix("clinic=") }
        let second = encrypted.page?.headers[values: .setCookie].first { $0.hasPrefix("__Host-clinic=") }
        #expect(first?.hasSuffix("; Path=/; HttpOnly; SameSite=Lax") == true)
        #expect(second?.hasSuffix("; Path=/; HttpOnly; SameSite=Lax; Secure") == true)
    }

    @Test func `says nothing about which part was wrong, and keeps the name`() async throws {
        var browser = Browser(try await PageServer())

        try await browser.get("/admin/login/")
        let wrong = try await browser.submit("/admin/login/", ["username": "nurse", "password": "wrong-Horse-9"])
        let unknown = try await browser.submit("/admin/login/", ["username": "<b>", "password": "wrong-Horse-9"])

        #expect(wrong.status == 401)
        #expect(wrong.body.contains("Name and password do not match an active account."))
        #expect(wrong.body.contains("value=\"nurse\""))
        #expect(unknown.body.contains("value=\"&lt;b&gt;\""))
        #expect(!wrong.body.contains("wrong-Horse-9"))
    }

    @Test func `takes no form that did not come from here`() async throws {
        var browser = Browser(try await PageServer())

        let bare = try await browser.post("/admin/login/", ["username": "nurse", "password": PageServer.password])
        try await browser.get("/admin/login/")
        browser.headers = [.origin: "https://evil.example"]
        let foreign = try await browser.submit("/admin/login/", ["username": "nurse", "password": PageServer.password])

        #expect(bare.status == 403)
        #expect(foreign.status == 403)
        #expect(foreign.headers[values: .setCookie].allSatisfy { !$0.hasPrefix("clinic=") })
    }

    @Test func `is not for patients`() async throws {
        let server = try await PageServer()
        var browser = Browser(server)

        try await browser.signIn(as: "patient")

        #expect(browser.page?.status == 403)
        #expect(browser.html.contains("for those who work at the clinic"))
        #expect(browser.cookies["clinic"] == nil)
        let sessions = try await server.storage.reads.sessions.list(of: #require(AccountID(3)), at: .dawn)
        #expect(sessions.isEmpty)
    }

    @Test func `tells how to make the first administrator`() async throws {
        let server = try await PageServer { $0.accounts = [("nurse", .staff)] }
        var browser = Browser(server)

        let before = try await browser.get("/admin/login/")
        try await server.add("admin", .admin)
        let after = try await browser.get("/admin/login/")

        #expect(before.body.contains("clinic createsuperuser"))
        #expect(after.body.contains("name=\"password\""))
    }

    @Test func `tells whoever has a duty what to do first`() async throws {
        let server = try await PageServer()
        try await server.add("new", .staff, mustChangePassword: true)
        var browser = Browser(server)

        try await browser.signIn(as: "new")
        try await browser.follow()

        #expect(browser.page?.status == 403)
        #expect(browser.html.contains("You have to choose another password before you go on."))
    }

    @Test func `speaks the browser's language, or the one that was chosen`() async throws {
        var browser = Browser(try await PageServer())
        browser.headers = [.acceptLanguage: "de"]

        let german = try await browser.get("/admin/login/")
        try await browser.submit("/admin/language/", ["language": "en", "next": "/admin/login/"])
        try await browser.follow()

        #expect(german.body.contains("<html lang=\"de\">"))
        #expect(german.body.contains("Anmelden"))
        #expect(browser.html.contains("<html lang=\"en\">"))
    }
}
