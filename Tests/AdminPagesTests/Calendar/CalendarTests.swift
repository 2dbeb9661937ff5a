import Domain
import HTTPTypes
import Testing

@testable import AdminPages
@testable import HTTPTransport

@Suite struct `The calendar` {
    @Test func `has a column for each doctor, and each appointment at its time`() async throws {
        let server = try await PageServer()
        let (ada, bea) = (try await server.addDoctor("Ada"), try await server.addDoctor("Bea"))
        try await server.addDoctor("Cleo", available: false)
        let ann = try await server.addPatient()
        try await server.book("2025-09-02T08:15:00Z", with: ada, ann, minutes: 45)
        try await server.book("2025-09-02T09:30:00Z", with: bea, ann)
        var browser = try await nurse(server)

        let page = try await browser.get("/admin/calendar/?date=2025-09-02").body
        let one = try await browser.get("/admin/calendar/?date=2025-09-02&doctor=2").body

        #expect(page.contains("class=\"calendar for-12h\""))
        #expect(page.contains("data-doctor=\"1\" data-start=\"2025-09-02T07:00:00Z\""))
        #expect(page.contains("class=\"entry entry-expected entry-movable at-1h at-15m for-45m\" id=\"appointment-1\""))
        #expect(page.contains("start=2025-09-02T07%3A00%3A00Z"))
        #expect(page.matches(of: /<section class="calendar-column/).count == 2)
        #expect(one.matches(of: /<section class="calendar-column/).count == 1)
        #expect(one.contains("appointment-2") && !one.contains("id=\"appointment-1\""))
    }

    @Test(arguments: [("2025-03-30", "23"), ("2025-10-26", "25"), ("2025-06-02", "24")])
    func `shows all the hours that a day has, each at its place`(date: String, hours: String) async throws {
        let server = try await PageServer { $0.time = ClinicTime(zone: "Europe/Berlin")! }
        let (ada, ann) = (try await server.addDoctor(), try await server.addPatient())
        let time = ClinicTime(zone: "Europe/Berlin")!
        let day = time.day(CalendarDate(date)!)
        try await server.book(day.lowerBound.utcText, with: ada, ann)
        try await server.book(day.upperBound.adding(minutes: -30).utcText, with: ada, ann)
        var browser = try await nurse(server)

        let page = try await browser.get("/admin/calendar/?date=\(date)").body

        let last = try #require(Int(hours)) - 1
        #expect(page.contains("class=\"calendar for-\(hours)h\""))
        #expect(page.contains("data-start=\"\(day.lowerBound.utcText)\""))
        #expect(page.contains("entry-movable for-30m\" id=\"appointment-1\""))
        #expect(page.contains("at-\(last)h at-30m for-30m\" id=\"appointment-2\""))
        #expect(page.contains("<li class=\"hour at-\(last)h\">23:00</li>"))
        #expect(page.matches(of: /<li class="hour[ ]/).count == last + 1)
    }

    @Test func `shows what goes on past midnight on both days, and moves it on the first alone`() async throws {
        let server = try await PageServer()
        let (ada, ann) = (try await server.addDoctor(), try await server.addPatient())
        try await server.book("2025-09-01T23:30:00Z", with: ada, ann, minutes: 90)
        var browser = try await nurse(server)

        let first = try await browser.get("/admin/calendar/?date=2025-09-01").body
        let next = try await browser.get("/admin/calendar/?date=2025-09-02").body
        let week = try await browser.get("/admin/calendar/?view=week&date=2025-09-02&doctor=1").body

        #expect(first.contains("class=\"calendar for-17h\""))
        #expect(first.contains("entry-movable at-16h at-30m for-30m\" id=\"appointment-1\""))
        #expect(next.contains("class=\"calendar for-19h\""))
        #expect(next.contains("<li class=\"entry entry-expected for-1h\"><a href=\"/admin/appointments/1/\">"))
        #expect(week.matches(of: /<li class="entry[ ]/).count == 2)
        #expect(week.matches(of: /id="appointment-1"/).count == 1)
    }

    @Test func `is where a form comes back to that was opened there, as the browser says`() async throws {
        let server = try await PageServer()
        try await server.book("2025-09-02T08:00:00Z", with: try await server.addDoctor(), try await server.addPatient())
        var browser = try await nurse(server)
        let edit = "/admin/appointments/1/edit/"
        let next: (String) -> String = { "name=\"next\" value=\"\($0)\"" }

        browser.headers[.referer] = "http://localhost/admin/calendar/?date=2025-09-02&doctor=1"
        let fromCalendar = try await browser.get(edit).body
        browser.headers[.referer] = "https://elsewhere.example/admin/calendar/?date=2025-09-02"
        let fromElsewhere = try await browser.get(edit).body
        browser.headers[.referer] = "http://localhost/admin/login/"
        let fromSignIn = try await browser.get(edit).body
        let named = try await browser.get(edit + "?next=/admin/patients/1/").body

        #expect(fromCalendar.contains(next("/admin/calendar/?date=2025-09-02&amp;doctor=1")))
        #expect(!fromElsewhere.contains(next("/admin/calendar/?date=2025-09-02")))
        #expect(!fromSignIn.contains("name=\"next\" value=\"/admin/login/"))
        #expect(named.contains(next("/admin/patients/1/")))
    }

    @Test func `books the second of two hours of one name when that was chosen`() async throws {
        let server = try await PageServer { $0.time = ClinicTime(zone: "Europe/Berlin")! }
        let (ada, ann) = (try await server.addDoctor(), try await server.addPatient())
        let second = "2025-10-26T01:30:00Z"
        var browser = try await nurse(server)

        try await browser.get("/admin/appointments/new/?doctor=1&patient=1&start=\(second)")
        #expect(browser.html.contains("value=\"2025-10-26T02:30\""))
        try await browser.submit(
            "/admin/appointments/new/",
            ["doctor": "\(ada.id.number)", "patient": "\(ann.id.number)", "appointment_datetime": "2025-10-26T02:30"])

        #expect(browser.page?.status == 303)
        #expect(try await server.appointment(AppointmentID(1)!)?.details.slot.start.instant == second.instant)
    }

    @Test func `has a week of one doctor and a month in numbers, which link to days`() async throws {
        let server = try await PageServer()
        let (ada, bea) = (try await server.addDoctor("Ada"), try await server.addDoctor("Bea"))
        let ann = try await server.addPatient()
        try await server.book("2025-09-03T08:00:00Z", with: ada, ann)
        try await server.book("2025-09-07T08:00:00Z", with: ada, ann, .cancelled)
        try await server.book("2025-09-03T09:00:00Z", with: bea, ann)
        var browser = try await nurse(server)

        let choice = try await browser.get("/admin/calendar/?view=week&date=2025-09-05").body
        let week = try await browser.get("/admin/calendar/?view=week&date=2025-09-05&doctor=1").body
        let month = try await browser.get("/admin/calendar/?view=month&date=2025-09-05").body
        let ofOne = try await browser.get("/admin/calendar/?view=month&date=2025-09-05&doctor=2").body

        #expect(choice.contains("href=\"/admin/calendar/?view=week&amp;doctor=2&amp;date=2025-09-05\""))
        #expect(week.matches(of: /<section class="calendar-column/).count == 7)
        #expect(week.contains("appointment-1") && week.contains("appointment-2") && !week.contains("appointment-3"))
        #expect(week.contains("1 September 2025 to 7 September 2025"))
        #expect(month.contains("aria-label=\"Wednesday, 3 September 2025, 2 appointments\""))
        #expect(month.contains("aria-label=\"Sunday, 7 September 2025, 1 appointment\""))
        #expect(month.contains("href=\"/admin/calendar/?date=2025-09-03\""))
        #expect(month.matches(of: /<td[ ]/).count == 35)
        #expect(ofOne.contains("aria-label=\"Wednesday, 3 September 2025, 1 appointment\""))
    }

    @Test func `says before anything is saved what stands against a move`() async throws {
        let server = try await PageServer()
        let (ada, bea) = (try await server.addDoctor("Ada"), try await server.addDoctor("Bea"))
        let (ann, bo) = (try await server.addPatient("Ann"), try await server.addPatient("Bo"))
        try await server.book("2025-09-02T08:00:00Z", with: ada, ann)
        try await server.book("2025-09-02T09:00:00Z", with: bea, bo)
        var browser = try await nurse(server)
        let source = "/admin/calendar/check/?appointment=1&doctor=2&start="

        let taken = try await browser.get(source + "2025-09-02T09:15:00Z").body
        let free = try await browser.get(source + "2025-09-02T10:00:00Z").body
        let wrong = try await browser.get(source + "soon")
        let missing = try await browser.get("/admin/calendar/check/?appointment=77&doctor=2&start=2025-09-02T10:00:00Z")

        #expect(
            taken.hasPrefix(
                "{\"allowed\":false,\"summary\":\"Ann Archer: Tuesday, 2 September 2025, 09:15–09:45, Bea Weiss\""))
        #expect(taken.contains("Bea Weiss is taken 09:00–09:30. (Bo Archer, 15 May 1990 · #2)"))
        #expect(free.contains("\"allowed\":true") && free.hasSuffix("\"reasons\":[]}"))
        #expect(wrong.status == 400)
        #expect(missing.status == 404)
        #expect(try await server.appointment(AppointmentID(1)!)?.details.doctor == ada.id)
    }

    @Test func `moves an appointment, unless somebody has the time`() async throws {
        let server = try await PageServer()
        let (ada, bea) = (try await server.addDoctor("Ada"), try await server.addDoctor("Bea"))
        let (ann, bo) = (try await server.addPatient("Ann"), try await server.addPatient("Bo"))
        let appointment = try await server.book("2025-09-02T08:00:00Z", with: ada, ann)
        try await server.book("2025-09-02T09:00:00Z", with: bea, bo)
        var browser = try await nurse(server)
        try await browser.get("/admin/calendar/?date=2025-09-02")
        let move = [
            "csrf": browser.hidden["csrf"] ?? "", "next": "/admin/calendar/?date=2025-09-02", "appointment": "1",
            "updated_at": "\(appointment.updatedAt.microseconds)", "doctor": "2",
        ]

        let refused = try await browser.post(
            "/admin/calendar/move/", move.merging(["start": "2025-09-02T09:15:00Z"]) { $1 })
        let moved = try await browser.post(
            "/admin/calendar/move/", move.merging(["start": "2025-09-02T10:00:00Z"]) { $1 })
        let late = try await browser.post(
            "/admin/calendar/move/", move.merging(["start": "2025-09-02T11:00:00Z"]) { $1 })

        #expect(refused.status == 400)
        #expect(refused.body.contains("Bea Weiss is taken 09:00–09:30."))
        #expect(moved.headers[.location] == "/admin/calendar/?date=2025-09-02#appointment-1")
        #expect(late.status == 412)
        let kept = try #require(try await server.appointment(appointment.id))
        #expect(kept.details.doctor == bea.id && kept.details.slot.start.instant == "2025-09-02T10:00:00Z".instant)
    }

    @Test func `is a doctor's own for a doctor, who moves nothing`() async throws {
        let server = try await PageServer()
        let (ada, bea) = (try await server.addDoctor("Ada"), try await server.addDoctor("Bea"))
        let ann = try await server.addPatient()
        let own = try await server.book("2025-09-02T08:00:00Z", with: ada, ann)
        try await server.book("2025-09-02T09:00:00Z", with: bea, ann)
        try await server.addAccount("drada", of: ada)
        var browser = Browser(server)
        try await browser.signIn(as: "drada")

        let page = try await browser.get("/admin/calendar/?date=2025-09-02&doctor=2").body
        let move = [
            "csrf": browser.hidden["csrf"] ?? "", "appointment": "1", "start": "2025-09-02T10:00:00Z", "doctor": "1",
            "updated_at": "\(own.updatedAt.microseconds)",
        ]
        let moved = try await browser.post("/admin/calendar/move/", move)

        #expect(page.matches(of: /<section class="calendar-column/).count == 1)
        #expect(page.contains("appointment-1") && !page.contains("appointment-2"))
        #expect(!page.contains("entry-movable") && !page.contains("data-move>") && !page.contains("slot-link"))
        #expect(moved.status == 403)
    }

    private func nurse(_ server: PageServer) async throws -> Browser {
        var browser = Browser(server)
        try await browser.signIn(as: "nurse")
        return browser
    }
}

@Suite struct `Lanes of the calendar` {
    @Test func `put what overlaps side by side, and use a lane again once it is free`() {
        let places = CalendarLanes.places(for: [0..<30, 10..<20, 20..<40, 40..<60, 50..<70])

        #expect(places.map(\.lane) == [1, 2, 2, 1, 2])
        #expect(places.map(\.count) == [2, 2, 2, 2, 2])
    }

    @Test func `are four at most`() {
        let places = CalendarLanes.places(for: Array(repeating: 0..<30, count: 6) + [60..<90])

        #expect(places.map(\.lane) == [1, 2, 3, 4, 4, 4, 1])
        #expect(places.map(\.count) == [4, 4, 4, 4, 4, 4, 1])
    }
}
