import Domain
import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite struct `A session in a browser` {
    private let patient = [
        "first_name": "Ann", "last_name": "Archer", "date_of_birth": "1990-05-15", "gender": "F",
        "phone_number": "+1 555 0101",
    ]

    @Test func `goes on while somebody uses it, and ends after a quarter of an hour without`() async throws {
        let server = try await PageServer()
        var browser = Browser(server)
        try await browser.signIn(as: "nurse")

        for _ in 0..<5 {
            server.clock.advance(seconds: 14 * 60)
            let answer = try await browser.get("/admin/")
            #expect(answer.status == 200)
        }
        server.clock.advance(seconds: 15 * 60)
        let late = try await browser.get("/admin/")

        #expect(late.status == 302)
    }

    @Test func `does not go on because a script asks`() async throws {
        let server = try await PageServer()
        var browser = Browser(server)
        try await browser.signIn(as: "nurse")
        server.clock.advance(seconds: 14 * 60)

        browser.headers = [.init("X-Clinic-Live")!: "1"]
        let live = try await browser.get("/admin/")
        server.clock.advance(seconds: 60)
        let late = try await browser.get("/admin/")

        #expect(live.status == 200)
        #expect(live.headers[values: .setCookie].isEmpty)
        #expect(late.status == 401)
    }

    @Test func `ends at once when somebody signs out`() async throws {
        var browser = Browser(try await PageServer())
        try await browser.signIn(as: "nurse")
        try await browser.follow()
        let before = browser

        try await browser.submit("/admin/logout/", [:])
        var thief = before
        let stolen = try await thief.get("/admin/")

        #expect(browser.page?.headers[.location] == "/admin/login/")
        #expect(browser.cookies["clinic"] == nil)
        #expect(stolen.status == 302)
    }

    @Test func `that is a minute old does not come back with the answer that ends it`() async throws {
        let server = try await PageServer()
        var browser = Browser(server)
        try await browser.signIn(as: "nurse")
        try await browser.follow()
        server.clock.advance(seconds: 5 * 60)

        let answer = try await browser.submit("/admin/logout/", [:])

        let sessions = answer.headers[values: .setCookie].filter { $0.hasPrefix("clinic=") }
        #expect(sessions.count == 1)
        #expect(browser.cookies["clinic"] == nil)
    }

    @Test func `that another tab ended is not asked for once more only to be ended`() async throws {
        let server = try await PageServer()
        var browser = Browser(server)
        try await browser.signIn(as: "nurse")
        try await browser.follow()
        var other = browser
        try await other.submit("/admin/logout/", [:])

        let answer = try await browser.submit("/admin/logout/", [:])

        #expect(answer.status == 303)
        #expect(answer.headers[.location] == "/admin/login/")
    }

    @Test func `does not begin for a patient who brings a draft`() async throws {
        let server = try await PageServer()
        var browser = Browser(server)
        try await browser.get("/admin/login/")

        let answer = try await browser.submit(
            "/admin/patients/new/", ["username": "patient", "password": PageServer.password, "draft": "x"])

        #expect(answer.status == 403)
        #expect(browser.cookies["clinic"] == nil)
        #expect(try await server.noted([.accessRefused]).count == 1)
    }

    @Test func `is not ended by a form from elsewhere, though it is nearly over`() async throws {
        let server = try await PageServer()
        var browser = Browser(server)
        try await browser.signIn(as: "nurse")
        try await browser.get("/admin/patients/new/")
        let csrf = try #require(browser.hidden["csrf"])
        server.clock.advance(seconds: 14 * 60)
        browser.headers = [.init("X-Clinic-Live")!: "1"]

        try await browser.post("/admin/idle/", ["idle_address": "/admin/patients/new/"])
        let still = try await browser.get("/admin/")
        try await browser.post("/admin/idle/", ["idle_address": "/admin/patients/new/", "csrf": csrf])
        let over = try await browser.get("/admin/")

        #expect(still.status == 200)
        #expect(over.status == 401)
    }

    @Test func `takes no form without its token, nor from another site`() async throws {
        let server = try await PageServer()
        var browser = Browser(server)
        try await browser.signIn(as: "nurse")
        try await browser.get("/admin/patients/new/")

        let bare = try await browser.post("/admin/patients/new/", patient)
        try await browser.get("/admin/patients/new/")
        browser.headers = [.init("Sec-Fetch-Site")!: "cross-site"]
        let foreign = try await browser.submit("/admin/patients/new/", patient)
        browser.headers = [.origin: "http://localhost"]
        try await browser.get("/admin/patients/new/")
        let own = try await browser.submit("/admin/patients/new/", patient)

        #expect(bare.status == 403)
        #expect(foreign.status == 403)
        #expect(own.status == 303)
    }

    @Test func `that ended gives back what was typed, to the same account alone`() async throws {
        let server = try await PageServer()
        var browser = Browser(server)
        try await browser.signIn(as: "nurse")
        try await browser.get("/admin/patients/new/")
        server.clock.advance(seconds: 16 * 60)

        let late = try await browser.submit("/admin/patients/new/", patient)
        var other = browser
        let back = try await browser.submit(
            "/admin/patients/new/", ["username": "nurse", "password": PageServer.password])
        let others = try await other.submit(
            "/admin/patients/new/", ["username": "admin", "password": PageServer.password])

        #expect(late.status == 401)
        #expect(!late.body.contains("Archer"))
        #expect(back.status == 200)
        #expect(back.body.contains("nothing is saved yet"))
        #expect(back.body.contains("value=\"Archer\""))
        #expect(others.status == 409)
        #expect(!others.body.contains("Archer"))
        let saved = try await browser.submit("/admin/patients/new/", patient)
        #expect(saved.status == 303)
    }

    @Test func `names its account in the log, and nothing else of it`() async throws {
        let server = try await PageServer()
        var browser = Browser(server)
        try await browser.signIn(as: "nurse")

        try await browser.get("/admin/patients/?search=Archer")

        let line = try #require(server.log.lines.last)
        #expect(line.metadata["account"] == "1")
        #expect(line.metadata["route"] == "/admin/patients/")
        #expect(!"\(server.log.lines)".contains("Archer"))
    }

    @Test func `has pages of its own for what is not there`() async throws {
        var browser = Browser(try await PageServer())
        try await browser.signIn(as: "nurse")

        for path in ["/admin/nothing/", "/admin/patients/77/", "/admin/patients/x/"] {
            let answer = try await browser.get(path)

            #expect(answer.status == 404)
            #expect(answer.body.contains("There is no such page"))
            #expect(answer.headers[.contentSecurityPolicy]?.contains("script-src 'self'") == true)
        }
    }
}
