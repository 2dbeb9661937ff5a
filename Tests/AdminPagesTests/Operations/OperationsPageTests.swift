import Domain
import HTTPTypes
import Testing

@testable import AdminPages
@testable import HTTPTransport

@Suite struct `The page about how the server is` {
    private func open(as name: String, _ language: String = "en") async throws -> Browser {
        var browser = Browser(try await PageServer())
        browser.headers[.acceptLanguage] = language
        try await browser.signIn(as: name)
        browser.server.clock.advance(seconds: 10)
        try await browser.get("/admin/operations/")
        return browser
    }

    @Test func `tells an administrator what goes on, and leads there`() async throws {
        let browser = try await open(as: "admin")

        let html = browser.html
        #expect(browser.page?.status == 200)
        #expect(html.contains("<a href=\"/admin/operations/\" aria-current=\"page\">Operations</a>"))
        #expect(html.contains("answers in the last 10 seconds."))
        #expect(html.contains("<dt>Half within</dt>"))
        #expect(html.contains("SQLite 3."))
        #expect(html.firstMatch(of: /(\d+) of \1 applied/) != nil)
        #expect(html.contains("<meter min=\"0\" max=\"1\" value=\"0\""))
        #expect(html.contains("<small class=\"soft\">POST</small> /admin/login/"))
        #expect(html.contains("<dt>Sessions</dt><dd>1</dd>"))
        #expect(html.contains("light-unknown"))
        #expect(!html.contains("style="))
    }

    @Test func `is German for whoever reads German`() async throws {
        let browser = try await open(as: "admin", "de")

        #expect(browser.html.contains("Antworten in den letzten 10 Sekunden."))
        #expect(browser.html.contains("<dt>Die Hälfte in</dt>"))
    }

    @Test func `is for administrators alone`() async throws {
        var browser = try await open(as: "nurse")
        let page = browser.page?.status
        let version = try await browser.get("/admin/operations/version/").status
        let today = try await browser.get("/admin/").body

        #expect(page == 403)
        #expect(version == 403)
        #expect(!today.contains("/admin/operations/"))
    }

    @Test func `has another version some seconds later`() async throws {
        var browser = try await open(as: "admin")
        let first = try await browser.get("/admin/operations/version/").body
        browser.server.clock.advance(seconds: 5)
        let later = try await browser.get("/admin/operations/version/").body

        #expect(first.hasPrefix("{\"version\":\""))
        #expect(later != first)
    }

    @Test(arguments: [
        (40, "0.0 ms", "0,0 ms"), (3_140, "3.1 ms", "3,1 ms"), (12_499, "12 ms", "12 ms"),
        (999_000, "999 ms", "999 ms"),
        (1_250_000, "1.3 s", "1,3 s"),
    ])
    func `writes times as exactly as it matters`(microseconds: Int, english: String, german: String) {
        #expect(Language.english.duration(microseconds: microseconds) == english)
        #expect(Language.german.duration(microseconds: microseconds) == german)
    }

    @Test(arguments: [(0 as Int64, "0.0 kB"), (4_096, "4.0 kB"), (812_345, "812 kB"), (3_456_789, "3.4 MB")])
    func `writes sizes in units that fit`(bytes: Int64, text: String) {
        #expect(Language.english.bytes(bytes) == text)
    }

    @Test(arguments: [(59 as Int64, "0 min"), (3_600, "1 h 0 min"), (90_061, "1 d 1 h"), (300, "5 min")])
    func `says for how long the server has run`(seconds: Int64, text: String) {
        #expect(OperationsPhrase.lasted(seconds: seconds).english == text)
    }
}

@Suite struct `What is no page` {
    @Test(arguments: ["/admin/nothing/", "/admin/patients/x/y/", "/admin/patients/99/nothing/"])
    func `is answered with a page`(_ path: String) async throws {
        var browser = Browser(try await PageServer())
        try await browser.signIn(as: "admin")

        let answer = try await browser.get(path)

        #expect(answer.status == 404)
        #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
    }

    @Test(arguments: ["/admin/nothing/", "/admin/activity/", "/admin/assets/nothing.css"])
    func `is answered with a page for methods that nothing takes, too`(_ path: String) async throws {
        var browser = Browser(try await PageServer())
        browser.headers[.acceptLanguage] = "de"

        let answer = try await browser.post(path, ["first_name": "Ann"])

        #expect(answer.status == 405)
        #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
        #expect(answer.headers[.allow] == "GET, HEAD, OPTIONS")
        #expect(answer.headers[.contentSecurityPolicy] != nil)
        #expect(answer.body.contains("An diese Adresse kann nichts gesendet werden."))
    }
}
