import HTTPTypes
import Testing

@testable import AdminPages
@testable import HTTPTransport

@Suite struct `The list of appointments` {
    @Test func `has people's names, and days of the clinic from midnight to midnight`() async throws {
        let berlin = try #require(ClinicTime(zone: "Europe/Berlin"))
        var browser = try await Browser.nurse(at: PageServer { $0.time = berlin })
        try await browser.registerPatient()
        try await browser.registerDoctor()
        for start in ["2025-09-02T23:30", "2025-09-03T00:00", "2025-09-03T23:59", "2025-09-04T00:30"] {
            try await browser.book(start)
        }

        let day = try await browser.get("/admin/appointments/?from=2025-09-03&to=2025-09-03&patient=1")
        let other = try await browser.get("/admin/appointments/?date=2025-09-03")
        let wrong = try await browser.get("/admin/appointments/?from=soon")
        let file = try await browser.get("/admin/appointments/?from=2025-09-04&format=csv")

        #expect(day.body.contains("2 shown"))
        #expect(day.body.contains("3 September 2025, 00:00") && day.body.contains("3 September 2025, 23:59"))
        #expect(day.body.contains("href=\"/admin/patients/1/\">Ann Archer</a>"))
        #expect(day.body.contains("Patient: Ann Archer · 15 May 1990 · #1"))
        #expect(other.headers[.location] == "/admin/appointments/?from=2025-09-03&to=2025-09-03")
        #expect(wrong.status == 400)
        #expect(file.body.contains(",2025-09-03T22:30:00Z,") && file.body.contains(",Ann Archer,Ada Weiss"))
    }

    @Test func `cancels many at once, and says which it could not and why`() async throws {
        var browser = try await Browser.nurse(at: PageServer())
        try await browser.registerPatient()
        try await browser.registerDoctor()
        for start in ["2025-09-02T10:00", "2025-09-02T11:00"] { try await browser.book(start) }

        try await browser.get("/admin/appointments/")
        try await browser.choose([1], for: "arrived", at: "/admin/appointments/")
        try await browser.confirm("arrived", at: "/admin/appointments/")
        try await browser.follow()
        #expect(browser.html.contains("One patient has arrived."))
        let question = try await browser.choose([1, 2], for: "missed", at: "/admin/appointments/")
        let result = try await browser.confirm("missed", at: "/admin/appointments/")
        try await browser.get("/admin/appointments/?status=NO_SHOW")

        #expect(question.body.contains("Note 2 no-shows?"))
        #expect(result.body.contains("1 of 2 done"))
        #expect(result.body.contains("2 September 2025, 10:00</a>"))
        #expect(result.body.contains("Status:"))
        #expect(browser.html.contains("1 shown"))
    }
}
