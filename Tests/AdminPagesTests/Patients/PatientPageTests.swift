import Domain
import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite struct `Patients on the pages` {
    private let ann = [
        "first_name": "Ann", "last_name": "Archer", "date_of_birth": "1990-05-15", "gender": "F",
        "phone_number": "+1 555 0101",
    ]

    @Test func `are registered, shown, changed and deleted`() async throws {
        var browser = try await nurse()

        try await browser.get("/admin/patients/new/")
        try await browser.submit("/admin/patients/new/", ann)
        #expect(browser.page?.headers[.location] == "/admin/patients/1/")
        try await browser.follow()
        #expect(browser.html.contains("The patient is registered."))
        #expect(browser.html.contains("15 May 1990"))
        try await browser.get("/admin/patients/1/edit/")
        try await browser.submit("/admin/patients/1/edit/", ann.merging(["allergies": "Penicillin"]) { $1 })
        try await browser.follow()
        #expect(browser.html.contains("<p class=\"kept-lines\">Penicillin</p>"))
        try await browser.get("/admin/patients/1/delete/")
        try await browser.submit("/admin/patients/1/delete/", [:])
        try await browser.follow()

        #expect(browser.html.contains("The patient is deleted."))
        #expect(browser.html.contains("Nothing matches."))
    }

    @Test func `show what was typed as text`() async throws {
        var browser = try await nurse()
        let naughty = #""><script>alert(1)</script>"#

        try await browser.get("/admin/patients/new/")
        try await browser.submit(
            "/admin/patients/new/", ann.merging(["last_name": naughty, "allergies": naughty]) { $1 })
        for path in ["/admin/patients/1/", "/admin/patients/1/edit/", "/admin/patients/", "/admin/patients/1/delete/"] {
            let answer = try await browser.get(path)

            #expect(answer.status == 200)
            #expect(!answer.body.contains("<script>"))
            #expect(answer.body.contains("&lt;script&gt;"))
        }
    }

    @Test func `have what is wrong said beside each field and on top`() async throws {
        var browser = try await nurse()
        browser.headers = [.acceptLanguage: "de"]

        try await browser.get("/admin/patients/new/")
        let answer = try await browser.submit(
            "/admin/patients/new/", ann.merging(["email": "nobody", "gender": ""]) { $1 })

        #expect(answer.status == 400)
        #expect(answer.body.contains("2 Angaben brauchen noch einen Blick"))
        #expect(answer.body.contains("<a href=\"#email\">E-Mail: Bitte eine gültige E-Mail-Adresse eingeben.</a>"))
        #expect(answer.body.contains("id=\"email-error\">Bitte eine gültige E-Mail-Adresse eingeben."))
        #expect(answer.body.contains("value=\"nobody\""))
        #expect(answer.body.contains("aria-invalid=\"true\" aria-describedby=\"gender-error\""))
    }

    @Test func `that somebody else saved first are shown beside what was typed`() async throws {
        let server = try await PageServer()
        var browser = try await nurse(server)
        try await browser.get("/admin/patients/new/")
        try await browser.submit("/admin/patients/new/", ann)
        var (first, second) = (browser, browser)
        try await first.get("/admin/patients/1/edit/")
        try await second.get("/admin/patients/1/edit/")
        server.clock.advance(seconds: 1)

        try await first.submit("/admin/patients/1/edit/", ann.merging(["last_name": "First"]) { $1 })
        let conflict = try await second.submit("/admin/patients/1/edit/", ann.merging(["last_name": "Second"]) { $1 })
        let saved = try await second.submit("/admin/patients/1/edit/", ann.merging(["last_name": "Second"]) { $1 })

        #expect(first.page?.status == 303)
        #expect(conflict.status == 412)
        #expect(conflict.body.contains("<td class=\"kept-lines\">First</td><td class=\"kept-lines\">Second</td>"))
        #expect(conflict.body.contains("Save mine over it"))
        #expect(saved.status == 303)
    }

    @Test func `are listed by what stands in the address`() async throws {
        let server = try await PageServer()
        var browser = try await nurse(server)
        for number in 0..<51 {
            try await browser.get("/admin/patients/new/")
            try await browser.submit("/admin/patients/new/", ann.merging(["last_name": "Archer\(number)"]) { $1 })
        }

        let list = try await browser.get("/admin/patients/?search=archer&gender=F&ordering=last_name")
        let none = try await browser.get("/admin/patients/?gender=M")
        let wrong = try await browser.get("/admin/patients/?gender=X")

        #expect(list.body.contains("50 shown"))
        #expect(list.body.contains("aria-sort=\"ascending\""))
        #expect(list.body.contains("href=\"/admin/patients/?search=archer&amp;gender=F&amp;ordering=-last_name\""))
        #expect(list.body.contains("class=\"chip\" href=\"/admin/patients/?search=archer&amp;ordering=last_name\""))
        let next = try #require(list.body.firstMatch(of: /rel="next" href="([^"]+)"/)?.1)
        let second = try await browser.get(String(next).replacing("&amp;", with: "&"))
        #expect(second.body.contains("1 shown"))
        #expect(second.body.contains("rel=\"prev\""))
        #expect(none.body.contains("Nothing matches."))
        #expect(wrong.status == 400)
        #expect(wrong.body.contains("Select a valid choice. X is not one of the available choices."))
    }

    @Test func `are exported so that no spreadsheet computes them`() async throws {
        var browser = try await nurse()
        try await browser.get("/admin/patients/new/")
        try await browser.submit(
            "/admin/patients/new/", ann.merging(["last_name": "=1+1", "address": "One, \"Two\"\r\nThree"]) { $1 })

        let answer = try await browser.get("/admin/patients/?format=csv&search=ann")

        #expect(answer.headers[.contentType] == "text/csv; charset=utf-8")
        #expect(answer.headers[.contentDisposition] == "attachment; filename=\"patients.csv\"")
        #expect(answer.body.contains("1,Ann,'=1+1,1990-05-15,F,,'+1 555 0101,,\"One, \"\"Two\"\"\nThree\","))
    }

    @Test func `of others are not there`() async throws {
        let server = try await PageServer { $0.accounts.append(("otherNurse", .staff)) }
        var browser = try await nurse(server)
        try await browser.get("/admin/patients/new/")
        try await browser.submit("/admin/patients/new/", ann)
        var other = Browser(server)
        try await other.signIn(as: "otherNurse")

        let page = try await other.get("/admin/patients/1/")
        let list = try await other.get("/admin/patients/")

        #expect(page.status == 404)
        #expect(!list.body.contains("Archer"))
    }

    private func nurse(_ server: PageServer? = nil) async throws -> Browser {
        var browser = Browser(try await server.orNew())
        try await browser.signIn(as: "nurse")
        return browser
    }
}

extension PageServer? {
    fileprivate func orNew() async throws -> PageServer {
        if let self { return self }
        return try await PageServer()
    }
}
