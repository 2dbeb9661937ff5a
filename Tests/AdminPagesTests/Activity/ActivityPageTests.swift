import HTTPTypes
import Testing

@testable import AdminPages
@testable import HTTPTransport

@Suite struct `Pages of what goes on` {
    private func admin(_ path: String) async throws -> Browser {
        var browser = Browser(try await PageServer())
        try await browser.signIn(as: "admin")
        try await browser.get(path)
        return browser
    }

    @Test func `draw each chart with its title, description and table`() async throws {
        let browser = try await admin("/admin/activity/?days=7")

        #expect(browser.page?.status == 200)
        #expect(browser.html.matches(of: /<figure class="chart card"/).count == 5)
        #expect(browser.html.matches(of: /role="img" aria-labelledby=/).count == 5)
        #expect(browser.html.contains("Signed in 1"))
        #expect(browser.html.contains("light-unknown"))
        #expect(!browser.html.contains("style="))
    }

    @Test func `show the trail by action and day, with who did it`() async throws {
        var browser = try await admin("/admin/activity/trail/?action=session.started&from=2025-09-01&to=2025-09-01")
        let found = browser.html
        let none = try await browser.get("/admin/activity/trail/?to=2025-08-31")
        let wrong = try await browser.get("/admin/activity/trail/?from=yesterday")

        #expect(found.contains(">admin</a>"))
        #expect(none.body.contains("Nothing matches."))
        #expect(wrong.status == 400)
    }

    @Test(arguments: [(0, [0, 1]), (7, [0, 2, 4, 6, 8]), (48, [0, 10, 20, 30, 40, 50]), (120, [0, 50, 100, 150])])
    func `have round numbers at the lines of a chart`(greatest: Int, ticks: [Int]) {
        #expect(ChartScale(upTo: greatest).ticks == ticks)
    }
}
