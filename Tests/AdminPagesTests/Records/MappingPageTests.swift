import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite struct `Mappings on the pages` {
    @Test func `are made between people who are found by typing`() async throws {
        var browser = try await Browser.nurse(at: PageServer())
        try await browser.registerPatient()
        try await browser.registerPatient(["first_name": "Anna"])
        try await browser.registerDoctor()

        try await browser.get("/admin/mappings/new/?doctor=1")
        let form = browser.html
        let which = try await browser.submit("/admin/mappings/new/", ["patient": "archer", "doctor": "1"])
        let made = try await browser.submit(
            "/admin/mappings/new/", ["patient": "2", "doctor": "1", "status": "active"])
        try await browser.follow()

        #expect(form.contains("data-related data-source=\"/admin/patients/find/\""))
        #expect(form.contains("data-text=\"Ada Weiss\" data-detail=\"Cardiology · #1\""))
        #expect(which.body.contains("name=\"patient\" value=\"1\""))
        #expect(which.body.contains("name=\"patient\" value=\"2\""))
        #expect(made.status == 303)
        #expect(browser.html.contains("The doctor is assigned."))
        #expect(browser.html.contains("Anna Archer – Ada Weiss"))
    }

    @Test func `are not made of nobody, nor twice`() async throws {
        var browser = try await Browser.nurse(at: PageServer())
        try await browser.registerPatient()
        try await browser.registerDoctor()
        try await browser.assign()

        try await browser.get("/admin/mappings/new/")
        let nobody = try await browser.submit("/admin/mappings/new/", ["patient": "zzz", "doctor": "1"])
        let twice = try await browser.submit("/admin/mappings/new/", ["patient": "1", "doctor": "1"])

        #expect(nobody.status == 400 && nobody.body.contains("id=\"patient-error\""))
        #expect(twice.status == 400 && twice.body.contains("id=\"errors\""))
    }

    @Test func `are changed, and what somebody else saved first is shown`() async throws {
        let server = try await PageServer()
        var browser = try await Browser.nurse(at: server)
        try await browser.registerPatient()
        try await browser.registerDoctor()
        try await browser.assign()
        try await browser.get("/admin/mappings/1/edit/")
        var other = browser
        server.clock.advance(seconds: 1)

        let form = ["patient": "1", "doctor": "1", "status": "inactive", "notes": "Mine"]
        try await browser.submit("/admin/mappings/1/edit/", form)
        let conflict = try await other.submit("/admin/mappings/1/edit/", form.merging(["notes": "Yours"]) { $1 })
        let saved = try await other.submit("/admin/mappings/1/edit/", form.merging(["notes": "Yours"]) { $1 })

        #expect(browser.page?.status == 303)
        #expect(conflict.status == 412 && conflict.body.contains("Save mine over it"))
        #expect(conflict.body.contains("<td class=\"kept-lines\">Mine</td><td class=\"kept-lines\">Yours</td>"))
        #expect(saved.status == 303)
    }

    @Test func `are asked for again before they are deleted that somebody else saved meanwhile`() async throws {
        let server = try await PageServer()
        var browser = try await Browser.nurse(at: server)
        try await browser.registerPatient()
        try await browser.registerDoctor()
        try await browser.assign()
        var other = browser
        try await browser.get("/admin/mappings/1/delete/")
        server.clock.advance(seconds: 1)
        try await other.get("/admin/mappings/1/edit/")
        try await other.submit("/admin/mappings/1/edit/", ["patient": "1", "doctor": "1", "notes": "Meanwhile"])

        let again = try await browser.submit("/admin/mappings/1/delete/", [:])
        let deleted = try await browser.submit("/admin/mappings/1/delete/", [:])

        #expect(again.status == 412 && again.body.contains("Nothing is deleted yet."))
        #expect(deleted.status == 303)
    }

    @Test func `are listed for a name that was typed where no script is`() async throws {
        var browser = try await Browser.nurse(at: PageServer())
        try await browser.registerPatient()
        try await browser.registerDoctor()
        try await browser.assign()

        let which = try await browser.get("/admin/mappings/?doctor=weiss&status=active")
        let list = try await browser.get("/admin/mappings/?doctor=1&status=active")

        #expect(which.status == 200 && !which.body.contains("shown</p>"))
        #expect(which.body.contains("href=\"/admin/mappings/?status=active&amp;doctor=1\">Ada Weiss</a>"))
        #expect(list.body.contains("Doctor: Ada Weiss · Cardiology · #1"))
        #expect(list.body.contains("1 shown"))
    }

    @Test func `are completed and deleted many at once, each by itself`() async throws {
        let server = try await PageServer()
        var browser = try await Browser.nurse(at: server)
        try await browser.registerDoctor()
        for number in 1...3 {
            try await browser.registerPatient()
            try await browser.assign(patient: number)
        }

        try await browser.get("/admin/mappings/")
        try await browser.choose([1, 2, 99], for: "end", at: "/admin/mappings/")
        #expect(browser.html.contains("One of those chosen is not there any more."))
        server.clock.advance(seconds: 1)
        var other = browser
        try await other.get("/admin/mappings/2/edit/")
        try await other.submit("/admin/mappings/2/edit/", ["patient": "2", "doctor": "1", "notes": "Meanwhile"])
        let result = try await browser.confirm("end", at: "/admin/mappings/")
        try await browser.get("/admin/mappings/")
        let nothing = try await browser.choose([], for: "delete", at: "/admin/mappings/")
        try await browser.get("/admin/mappings/?status=completed")

        #expect(result.status == 200)
        #expect(result.body.contains("1 of 2 done"))
        #expect(result.body.contains("Somebody else saved first"))
        #expect(nothing.status == 303)
        #expect(browser.html.contains("1 shown"))
    }
}
