import Domain
import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite struct `What was typed` {
    @Test func `survives another language on the form for signing in`() async throws {
        let server = try await PageServer()
        var browser = try await Browser.nurse(at: server)
        try await browser.get("/admin/patients/new/")
        server.clock.advance(seconds: 16 * 60)
        try await browser.submit("/admin/patients/new/", Browser.ann)
        let next = try #require(
            browser.html.firstMatch(of: /<form method="post" action="\/admin\/language\/".*?<\/form>/))
        #expect(next.0.contains("name=\"draft\""))

        let german = try await browser.submit("/admin/language/", ["language": "de", "next": "/admin/patients/new/"])
        let back = try await browser.submit(
            "/admin/patients/new/", ["username": "nurse", "password": PageServer.password])

        #expect(german.status == 401)
        #expect(german.body.contains("lang=\"de\"") && german.body.contains("action=\"/admin/patients/new/\""))
        #expect(back.status == 200)
        #expect(back.body.contains("value=\"Archer\""))
    }

    @Test func `is known as not saved when it comes back`() async throws {
        let server = try await PageServer()
        var browser = try await Browser.nurse(at: server)
        let fresh = try await browser.get("/admin/patients/new/").body
        let wrong = try await browser.submit("/admin/patients/new/", ["first_name": "Ann"])
        try await browser.registerPatient()
        try await browser.get("/admin/patients/1/edit/")
        let outdated = try await browser.submit(
            "/admin/patients/1/edit/", Browser.ann.merging(["updated_at": "1"]) { $1 })
        try await browser.get("/admin/patients/new/")
        server.clock.advance(seconds: 16 * 60)
        try await browser.submit("/admin/patients/new/", Browser.ann)
        let draft = try await browser.submit(
            "/admin/patients/new/", ["username": "nurse", "password": PageServer.password])

        #expect(!fresh.contains("data-changed"))
        #expect(wrong.status == 400 && wrong.body.contains("data-keep data-changed"))
        #expect(outdated.status == 412 && outdated.body.contains("data-keep data-changed"))
        #expect(draft.status == 200 && draft.body.contains("data-keep data-changed"))
    }

    @Test func `is known as not saved when only the time was checked`() async throws {
        let server = try await PageServer()
        try await server.addDoctor()
        try await server.addPatient()
        var browser = try await Browser.nurse(at: server)
        try await browser.get("/admin/appointments/new/?patient=1")
        let fresh = browser.html

        let checked = try await browser.submit(
            "/admin/appointments/new/",
            [
                "patient": "1", "doctor": "1", "appointment_datetime": "2025-09-02T10:15", "duration_minutes": "30",
                "status": "SCHEDULED", "check": "1",
            ])

        #expect(!fresh.contains("data-changed"))
        #expect(checked.body.contains("This time is free.") && checked.body.contains("data-keep data-changed"))
    }

    @Test(arguments: [
        ("/admin/idle/", "/admin/login/"), ("/admin/language/", "/admin/"), ("/admin/logout/", "/admin/"),
        ("/admin/patients/bulk/", "/admin/patients/"), ("/admin/doctors/bulk/", "/admin/doctors/"),
        ("/admin/mappings/bulk/", "/admin/mappings/"), ("/admin/appointments/bulk/", "/admin/appointments/"),
        ("/admin/accounts/bulk/", "/admin/accounts/"),
    ])
    func `leads on from an address that only takes forms`(_ address: String, _ next: String) async throws {
        var browser = Browser(try await PageServer())
        try await browser.signIn(as: "admin")

        let answer = try await browser.get(address)

        #expect(answer.status == 303)
        #expect(answer.headers[.location] == next)
    }
}
