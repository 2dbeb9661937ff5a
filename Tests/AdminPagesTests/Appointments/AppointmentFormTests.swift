import Domain
import HTTPTypes
import Testing

@testable import AdminPages
@testable import HTTPTransport

@Suite struct `The form of an appointment` {
    @Test func `holds what the calendar chose, in the clinic's time, and goes back there`() async throws {
        let server = try await PageServer { $0.time = ClinicTime(zone: "Europe/Berlin")! }
        try await server.addDoctor()
        try await server.addPatient()
        var browser = try await nurse(server)

        try await browser.get(
            "/admin/appointments/new/?doctor=1&start=2025-09-02T08:15:00Z&next=/admin/calendar/?date%3D2025-09-02")
        #expect(browser.html.contains("value=\"2025-09-02T10:15\""))
        #expect(browser.html.contains("data-text=\"Ada Weiss\" data-detail=\"Cardiology · #1\""))
        let answer = try await browser.submit("/admin/appointments/new/", booking("2025-09-02T10:15"))

        #expect(answer.headers[.location] == "/admin/calendar/?date=2025-09-02#appointment-1")
        let kept = try #require(try await server.appointment(AppointmentID(1)!))
        #expect(kept.details.slot.start.instant == "2025-09-02T08:15:00Z".instant)
        #expect(kept.details.slot.length.number == 30)
    }

    @Test func `lets somebody choose who is meant by a name`() async throws {
        let server = try await PageServer()
        try await server.addDoctor()
        try await server.addPatient("Ann")
        try await server.addPatient("Anna")
        var browser = try await nurse(server)
        try await browser.get("/admin/appointments/new/")

        let found = try await browser.submit(
            "/admin/appointments/new/", booking("2025-09-02T10:15").merging(["patient": "ann"]) { $1 })
        let nobody = try await browser.submit(
            "/admin/appointments/new/", booking("2025-09-02T10:15").merging(["patient": "zoe"]) { $1 })

        #expect(found.body.contains("Who is meant?"))
        #expect(found.body.contains("id=\"patient-1\" name=\"patient\" value=\"1\""))
        #expect(found.body.contains("id=\"patient-2\" name=\"patient\" value=\"2\""))
        #expect(nobody.status == 400)
        #expect(nobody.body.contains("Nobody found for “zoe”."))
        #expect(try await server.appointment(AppointmentID(1)!) == nil)
    }

    @Test func `takes a number as lists write it, and blanks for nobody`() async throws {
        let server = try await PageServer()
        try await server.addDoctor()
        try await server.addPatient("Ann")
        try await server.addPatient("Bo")
        var browser = try await nurse(server)
        try await browser.get("/admin/appointments/new/")

        let numbered = try await browser.submit(
            "/admin/appointments/new/", booking("2025-09-02T10:15").merging(["patient": "#2"]) { $1 })
        let blank = try await browser.submit(
            "/admin/appointments/new/", booking("2025-09-02T10:15").merging(["patient": "  "]) { $1 })

        #expect(numbered.body.contains("id=\"patient-2\" name=\"patient\" value=\"2\""))
        #expect(!numbered.body.contains("id=\"patient-1\""))
        #expect(blank.status == 400)
        #expect(!blank.body.contains("id=\"patient-1\""))
    }

    @Test func `asks again before it deletes what somebody else saved meanwhile`() async throws {
        let server = try await PageServer()
        let (ada, ann) = (try await server.addDoctor(), try await server.addPatient())
        try await server.book("2025-09-02T10:00:00Z", with: ada, ann)
        var browser = try await nurse(server)
        try await browser.get("/admin/appointments/1/delete/")
        var other = try await nurse(server)
        try await other.get("/admin/appointments/1/edit/")
        server.clock.advance(seconds: 1)
        try await other.submit(
            "/admin/appointments/1/edit/", booking("2025-09-02T10:00").merging(["reason": "Pain"]) { $1 })

        let asked = try await browser.submit("/admin/appointments/1/delete/", [:])
        let deleted = try await browser.submit("/admin/appointments/1/delete/", [:])

        #expect(asked.status == 412)
        #expect(asked.body.contains("Nothing is deleted yet."))
        #expect(deleted.status == 303)
        #expect(try await server.appointment(AppointmentID(1)!) == nil)
    }

    @Test func `says what stands against a time when asked, and when it is to be saved`() async throws {
        let server = try await PageServer()
        let (ada, bo) = (try await server.addDoctor(), try await server.addPatient("Bo"))
        try await server.addPatient("Ann")
        try await server.book("2025-09-02T10:00:00Z", with: ada, bo)
        var browser = try await nurse(server)
        try await browser.get("/admin/appointments/new/")
        let ann = ["patient": "2"]

        let taken = try await browser.submit(
            "/admin/appointments/new/",
            booking("2025-09-02T10:15").merging(ann.merging(["check": "1"]) { $1 }) { $1 })
        let free = try await browser.submit(
            "/admin/appointments/new/",
            booking("2025-09-02T11:00").merging(ann.merging(["check": "1"]) { $1 }) { $1 })
        let refused = try await browser.submit(
            "/admin/appointments/new/", booking("2025-09-02T10:15").merging(ann) { $1 })

        #expect(taken.body.contains("This time is not free."))
        #expect(taken.body.contains("Ada Weiss is taken 10:00–10:30. (Bo Archer, 15 May 1990 · #1)"))
        #expect(free.body.contains("This time is free."))
        #expect(refused.status == 400)
        #expect(refused.body.contains("Doctor already has an appointment at this time."))
        #expect(refused.body.contains("Ada Weiss is taken 10:00–10:30."))
        #expect(try await server.appointment(AppointmentID(2)!) == nil)
    }

    @Test func `says what is wrong beside each field`() async throws {
        let server = try await PageServer()
        try await server.addDoctor()
        var browser = try await nurse(server)
        try await browser.get("/admin/appointments/new/")

        let answer = try await browser.submit(
            "/admin/appointments/new/",
            ["doctor": "1", "patient": "99", "appointment_datetime": "soon", "duration_minutes": "2"])

        #expect(answer.status == 400)
        for id in ["appointment_datetime-error", "duration_minutes-error"] {
            #expect(answer.body.contains("id=\"\(id)\""))
        }
    }

    @Test func `changes an appointment and leaves the seconds of its start alone`() async throws {
        let server = try await PageServer()
        let appointment = try await server.book(
            "2025-09-02T10:00:30.000250Z", with: try await server.addDoctor(), try await server.addPatient())
        var browser = try await nurse(server)
        try await browser.get("/admin/appointments/1/edit/")
        #expect(browser.html.contains("value=\"2025-09-02T10:00\""))

        try await browser.submit(
            "/admin/appointments/1/edit/",
            booking("2025-09-02T10:00").merging(["notes": "Bring papers", "next": ""]) { $1 })

        #expect(browser.page?.headers[.location] == "/admin/appointments/1/")
        let kept = try #require(try await server.appointment(appointment.id))
        #expect(kept.details.slot.start == appointment.details.slot.start)
        #expect(kept.details.notes?.text == "Bring papers")
    }

    @Test func `shows what somebody else saved beside what was typed`() async throws {
        let server = try await PageServer()
        try await server.book("2025-09-02T10:00:00Z", with: try await server.addDoctor(), try await server.addPatient())
        var (first, second) = (try await nurse(server), try await nurse(server))
        try await first.get("/admin/appointments/1/edit/")
        try await second.get("/admin/appointments/1/edit/")
        server.clock.advance(seconds: 1)

        try await first.submit(
            "/admin/appointments/1/edit/", booking("2025-09-02T10:00").merging(["notes": "First"]) { $1 })
        let late = try await second.submit(
            "/admin/appointments/1/edit/", booking("2025-09-02T10:00").merging(["notes": "Second"]) { $1 })
        let saved = try await second.submit(
            "/admin/appointments/1/edit/", booking("2025-09-02T10:00").merging(["notes": "Second"]) { $1 })

        #expect(late.status == 412)
        #expect(late.body.contains("<td class=\"kept-lines\">First</td><td class=\"kept-lines\">Second</td>"))
        #expect(saved.status == 303)
    }

    @Test func `comes back as typed after the session ended, and nothing is saved yet`() async throws {
        let server = try await PageServer()
        try await server.addDoctor()
        try await server.addPatient()
        var browser = try await nurse(server)
        try await browser.get("/admin/appointments/new/")
        server.clock.advance(seconds: 16 * 60)

        try await browser.submit("/admin/appointments/new/", booking("2025-09-02T10:00"))
        let back = try await browser.submit(
            "/admin/appointments/new/", ["username": "nurse", "password": PageServer.password])

        #expect(back.body.contains("nothing is saved yet"))
        #expect(back.body.contains("value=\"2025-09-02T10:00\""))
        #expect(try await server.appointment(AppointmentID(1)!) == nil)
    }

    @Test func `shows what was typed as text, wherever an appointment is shown`() async throws {
        let server = try await PageServer()
        try await server.addDoctor()
        try await server.addPatient()
        let naughty = #""><script>alert(1)</script>"#
        var browser = try await nurse(server)
        try await browser.get("/admin/appointments/new/")
        try await browser.submit(
            "/admin/appointments/new/",
            booking("2025-09-02T10:00").merging(["reason": naughty, "notes": naughty]) { $1 })

        let paths = [
            "/admin/?date=2025-09-02", "/admin/calendar/?date=2025-09-02",
            "/admin/calendar/?view=week&doctor=1&date=2025-09-02", "/admin/appointments/1/",
            "/admin/appointments/1/edit/",
        ]
        for path in paths {
            let answer = try await browser.get(path)

            #expect(answer.status == 200)
            #expect(!answer.body.contains("<script>alert"))
            #expect(answer.body.contains("&lt;script&gt;"))
        }
    }

    @Test func `is followed by a page from which the appointment can be deleted`() async throws {
        let server = try await PageServer()
        try await server.book("2025-09-02T10:00:00Z", with: try await server.addDoctor(), try await server.addPatient())
        var browser = try await nurse(server)

        try await browser.get("/admin/appointments/1/delete/")
        let deleted = try await browser.submit("/admin/appointments/1/delete/", [:])
        let gone = try await browser.get("/admin/appointments/1/")

        #expect(deleted.status == 303)
        #expect(gone.status == 404)
    }

    private func booking(_ start: String) -> [String: String] {
        ["doctor": "1", "patient": "1", "appointment_datetime": start, "duration_minutes": "30", "status": "SCHEDULED"]
    }

    private func nurse(_ server: PageServer) async throws -> Browser {
        var browser = Browser(server)
        try await browser.signIn(as: "nurse")
        return browser
    }
}
