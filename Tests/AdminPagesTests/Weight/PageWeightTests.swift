import Domain
import HTTPTypes
import Testing

@testable import AdminPages
@testable import HTTPTransport

/// A page's first load is under 200 kB. At a clinic of some years numbers have more digits than here, which is allowed for.
@Suite struct `The first load of a page` {
    private static let limit = 190_000

    @Test func `is light for a day of 320 visits with 20 doctors, on the board and in the calendar`() async throws {
        let server = try await PageServer()
        try await fill(server)
        var browser = try await nurse(server)

        for path in ["/admin/?date=2025-09-02", "/admin/calendar/?date=2025-09-02", calendarOfChosen] {
            let weight = try await browser.firstLoad(path)
            #expect(weight < Self.limit, "\(path): \(weight)")
            #expect(browser.cookies["clinic"] != nil)
        }
    }

    @Test func `is as light in German`() async throws {
        let server = try await PageServer()
        try await fill(server)
        var browser = try await nurse(server)
        browser.headers[.acceptLanguage] = "de"

        let weight = try await browser.firstLoad("/admin/?date=2025-09-02")

        #expect(weight < Self.limit, "\(weight)")
    }

    @Test(arguments: [
        ("gzip", true), ("br, gzip;q=0.5", true), ("*", true), ("", false), ("br", false), ("gzip;q=0, *", false),
        ("identity", false),
    ]) func `has the style sheet and scripts compressed for whoever takes it`(accepted: String, takes: Bool)
        async throws
    {
        var browser = Browser(try await PageServer())
        let page = try await browser.get("/admin/login/").body
        let sheet = try #require(page.firstMatch(of: /href="([^"]+\.css)"/).map { String($0.1) })
        let plain = try await browser.get(sheet)
        browser.headers[.acceptEncoding] = accepted

        let answer = try await browser.get(sheet)

        #expect(plain.headers[.contentEncoding] == nil)
        #expect(answer.headers[.contentEncoding] == (takes ? "gzip" : nil))
        #expect(answer.headers[.vary]?.contains("Accept-Encoding") == true)
        #expect(takes ? answer.size < plain.size / 2 : answer.body == plain.body)
    }

    @Test func `has no page compressed, since a page holds a token beside what somebody typed`() async throws {
        var browser = try await nurse(try await PageServer())
        browser.headers[.acceptEncoding] = "gzip"

        let page = try await browser.get("/admin/")

        #expect(page.headers[.contentEncoding] == nil)
    }

    private var calendarOfChosen: String {
        "/admin/calendar/?date=2025-09-02" + (1...20).map { "&doctor=\($0)" }.joined()
    }

    /// All are expected: who is has the most to choose from.
    private func fill(_ server: PageServer) async throws {
        for number in 1...20 {
            let doctor = try await server.addDoctor("Theodora\(number)")
            for half in 0..<16 {
                let patient = try await server.addPatient("Maximiliane")
                let time = "\(8 + half / 2 < 10 ? "0" : "")\(8 + half / 2):\(half % 2 == 0 ? "00" : "30")"
                try await server.book("2025-09-02T\(time):00Z", with: doctor, patient)
            }
        }
    }

    private func nurse(_ server: PageServer) async throws -> Browser {
        var browser = Browser(server)
        try await browser.signIn(as: "nurse")
        return browser
    }
}
