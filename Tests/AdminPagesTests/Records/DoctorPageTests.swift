import Domain
import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite struct `Doctors on the pages` {
    @Test func `are registered, shown, changed and deleted with what goes along`() async throws {
        var browser = try await Browser.nurse(at: PageServer())

        try await browser.registerDoctor(["max_appointments_per_day": "8"])
        try await browser.registerPatient()
        try await browser.assign()
        try await browser.book("2025-09-02T10:00")
        let page = try await browser.get("/admin/doctors/1/")
        try await browser.get("/admin/doctors/1/edit/")
        try await browser.submit(
            "/admin/doctors/1/edit/",
            Browser.weiss.merging(["specialization": "Surgery", "is_available": "false"]) { $1 })
        let changed = try await browser.get("/admin/doctors/1/")
        let question = try await browser.get("/admin/doctors/1/delete/")
        try await browser.submit("/admin/doctors/1/delete/", [:])
        try await browser.follow()

        #expect(page.body.contains("<span class=\"person-name\">Ada Weiss</span>"))
        #expect(page.body.contains("<a class=\"person-name\" href=\"/admin/patients/1/\">Ann Archer</a>"))
        #expect(page.body.contains("Tuesday, 2 September 2025</th><td class=\"number\">1 of at most 8</td>"))
        #expect(changed.body.contains("<span class=\"badge badge-warn\">Not available</span>"))
        #expect(question.body.contains("Goes along: 1 mapping, 1 appointment to come."))
        #expect(browser.html.contains("The doctor is deleted."))
    }

    @Test func `have what the API refuses said beside the field`() async throws {
        var browser = try await Browser.nurse(at: PageServer())
        try await browser.registerDoctor()

        try await browser.get("/admin/doctors/new/")
        let answer = try await browser.submit(
            "/admin/doctors/new/",
            Browser.weiss.merging(["email": "other@example.org", "consultation_fee": "x"]) { $1 })

        #expect(answer.status == 400)
        #expect(answer.body.contains("id=\"license_number-error\">doctor with this license number already exists."))
        #expect(answer.body.contains("id=\"consultation_fee-error\">"))
        #expect(answer.body.contains("value=\"other@example.org\""))
    }

    @Test func `that somebody else saved first are shown beside what was typed`() async throws {
        let server = try await PageServer()
        var first = try await Browser.nurse(at: server)
        try await first.registerDoctor()
        try await first.get("/admin/doctors/1/edit/")
        var second = first
        server.clock.advance(seconds: 1)

        try await first.submit("/admin/doctors/1/edit/", Browser.weiss.merging(["last_name": "First"]) { $1 })
        let conflict = try await second.submit(
            "/admin/doctors/1/edit/", Browser.weiss.merging(["last_name": "Second"]) { $1 })
        let saved = try await second.submit(
            "/admin/doctors/1/edit/", Browser.weiss.merging(["last_name": "Second"]) { $1 })

        #expect(conflict.status == 412)
        #expect(conflict.body.contains("<td class=\"kept-lines\">First</td><td class=\"kept-lines\">Second</td>"))
        #expect(saved.status == 303)
    }

    @Test func `are listed, filtered and exported by what stands in the address`() async throws {
        var browser = try await Browser.nurse(at: PageServer())
        try await browser.registerDoctor()
        try await browser.registerDoctor([
            "last_name": "Grau", "license_number": "L-2", "email": "b@example.org", "is_available": "false",
        ])

        let free = try await browser.get("/admin/doctors/?is_available=true&ordering=-last_name")
        let file = try await browser.get("/admin/doctors/?search=grau&format=csv")

        #expect(free.body.contains("Ada Weiss") && !free.body.contains("Grau"))
        #expect(free.body.contains("Available: yes"))
        #expect(free.body.contains("aria-sort=\"descending\""))
        #expect(file.headers[.contentDisposition] == "attachment; filename=\"doctors.csv\"")
        #expect(file.body.contains("2,Ada,Grau,Cardiology,L-2"))
    }

    @Test func `are made unavailable many at once, and it is said how many`() async throws {
        var browser = try await Browser.nurse(at: PageServer())
        try await browser.registerDoctor()
        try await browser.registerDoctor(["license_number": "L-2", "email": "b@example.org"])

        try await browser.get("/admin/doctors/")
        let question = try await browser.choose([1, 2], for: "unavailable", at: "/admin/doctors/")
        try await browser.confirm("unavailable", at: "/admin/doctors/")
        try await browser.follow()

        #expect(question.body.contains("Make 2 doctors unavailable?"))
        #expect(question.body.contains("Not available (2)"))
        #expect(browser.html.contains("2 doctors are not available any more."))
        #expect(browser.html.matches(of: /badge-warn">Not available/).count == 2)
    }
}
