import Domain
import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite struct `Pages of accounts` {
    private let new = [
        "username": "new.nurse", "password": "Calm-Otter-51", "email": "new@example.org", "role": "staff",
        "is_active": "true", "must_change_password": "true",
    ]

    private func admin() async throws -> Browser {
        var browser = Browser(try await PageServer())
        try await browser.signIn(as: "admin")
        return browser
    }

    @Test(arguments: ["/admin/accounts/", "/admin/accounts/new/", "/admin/accounts/1/", "/admin/activity/"])
    func `are for administrators alone`(path: String) async throws {
        var browser = Browser(try await PageServer())
        try await browser.signIn(as: "nurse")

        let answer = try await browser.get(path)

        #expect(answer.status == 403)
        #expect(!answer.body.contains("href=\"/admin/accounts/\""))
    }

    @Test func `list them by role, and as a file`() async throws {
        var browser = try await admin()

        let staff = try await browser.get("/admin/accounts/?role=staff")
        let wrong = try await browser.get("/admin/accounts/?role=king")
        let file = try await browser.get("/admin/accounts/?format=csv")

        #expect(staff.body.contains(">nurse</a>"))
        #expect(!staff.body.contains(">admin</a>"))
        #expect(wrong.status == 400)
        #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
        #expect(!file.body.contains("plain:"))
    }

    @Test func `make one under the rules of the API`() async throws {
        var browser = try await admin()
        try await browser.get("/admin/accounts/new/")

        let wrong = try await browser.submit(
            "/admin/accounts/new/", new.merging(["role": "doctor", "password": "12345678"]) { $1 })
        let right = try await browser.submit("/admin/accounts/new/", new)
        try await browser.follow()

        #expect(wrong.status == 400)
        #expect(wrong.body.contains("href=\"#doctor\""))
        #expect(wrong.body.contains("href=\"#password\""))
        #expect(!wrong.body.contains("12345678"))
        #expect(right.status == 303)
        #expect(browser.html.contains("The account is made."))
        #expect(browser.html.contains("new.nurse"))
    }

    @Test func `change one, and meet whoever saved first`() async throws {
        var browser = try await admin()
        try await browser.get("/admin/accounts/1/edit/")
        var other = browser
        let sent = [
            "email": "nurse@example.org", "role": "staff", "is_active": "true", "must_change_password": "false",
        ]

        let first = try await browser.submit("/admin/accounts/1/edit/", sent.merging(["first_name": "Nora"]) { $1 })
        let second = try await other.submit("/admin/accounts/1/edit/", sent.merging(["first_name": "Norma"]) { $1 })

        #expect(first.status == 303)
        #expect(second.status == 412)
        #expect(second.body.contains("Somebody else saved this record"))
    }

    @Test func `do not let an administrator disable their own`() async throws {
        var browser = try await admin()
        try await browser.get("/admin/accounts/2/edit/")

        let answer = try await browser.submit(
            "/admin/accounts/2/edit/", ["email": "admin@example.org", "role": "admin", "is_active": "false"])

        #expect(answer.status == 400)
        #expect(answer.body.contains("id=\"is_active-error\""))
    }

    @Test func `end its sessions`() async throws {
        let server = try await PageServer()
        var (browser, nurse) = (Browser(server), Browser(server))
        try await nurse.signIn(as: "nurse")
        try await browser.signIn(as: "admin")

        try await browser.get("/admin/accounts/1/sessions/")
        let ended = try await browser.submit("/admin/accounts/1/sessions/", [:])
        let late = try await nurse.get("/admin/")

        #expect(ended.status == 303)
        #expect(late.status == 302)
    }

    @Test func `reset its second factor, but not one's own`() async throws {
        let server = try await PageServer()
        _ = try await server.enrol("nurse")
        var browser = Browser(server)
        try await browser.signIn(as: "admin")
        try await browser.get("/admin/accounts/1/second-factor/")

        let own = try await browser.submit("/admin/accounts/2/second-factor/", [:])
        let reset = try await browser.submit("/admin/accounts/1/second-factor/", [:])
        try await browser.get("/admin/accounts/")
        let again = try await browser.submit("/admin/accounts/1/second-factor/", [:])
        var nurse = Browser(server)
        try await nurse.signIn(as: "nurse")

        #expect(own.status == 400)
        #expect(reset.status == 303)
        #expect(again.status == 400)
        #expect(nurse.page?.status == 303)
    }

    @Test func `disable many at once, after saying how many, but never one's own`() async throws {
        var browser = try await admin()
        try await browser.get("/admin/accounts/")

        let asked = try await browser.choose([1], for: "disable", at: "/admin/accounts/")
        let done = try await browser.confirm("disable", at: "/admin/accounts/")
        let list = try await browser.get("/admin/accounts/?is_active=false")
        try await browser.choose([2], for: "disable", at: "/admin/accounts/")
        let own = try await browser.confirm("disable", at: "/admin/accounts/")

        #expect(asked.body.contains("Disable this account?"))
        #expect(done.status == 303)
        #expect(list.body.contains(">nurse</a>"))
        #expect(own.status == 200)
        #expect(own.body.contains("0 of 1"))
    }
}
