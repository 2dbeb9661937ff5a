import Domain
import HTTPTypes
import Testing

@testable import AdminPages
@testable import HTTPTransport

@Suite struct `Today's board` {
    @Test func `shows the day's appointments by doctor, how many stand how, and who is next`() async throws {
        let server = try await PageServer()
        let (ada, bea) = (try await server.addDoctor("Ada"), try await server.addDoctor("Bea"))
        let (ann, bo) = (try await server.addPatient("Ann"), try await server.addPatient("Bo"))
        try await server.book("2025-09-01T05:50:00Z", with: ada, ann)
        try await server.book("2025-09-01T08:00:00Z", with: bea, bo)
        try await server.book("2025-09-01T09:00:00Z", with: bea, ann, .cancelled)
        try await server.book("2025-09-02T08:00:00Z", with: bea, ann)
        var browser = try await nurse(server)

        let page = try await browser.get("/admin/").body

        #expect(page.contains("<h2 id=\"next\">Next</h2>\n<p class=\"row\"><strong>08:00</strong>"))
        #expect(page.matches(of: /<li class="visit[ ]/).count == 3)
        #expect(page.contains("visit-expected visit-now\" id=\"appointment-1\""))
        #expect(page.contains("Expected</span></dt><dd>2</dd>"))
        #expect(page.contains("Cancelled</span></dt><dd>1</dd>"))
        #expect(page.contains("15 May 1990 · #1"))
        let doctors = page.matches(of: /<h2 id="doctor-([0-9]+)">/).map { String($0.1) }
        #expect(doctors == ["1", "2"])
    }

    @Test func `changes a status with one form, and comes back to the row`() async throws {
        let server = try await PageServer()
        let appointment = try await server.book(
            "2025-09-01T08:00:00Z", with: try await server.addDoctor(), try await server.addPatient())
        var browser = try await nurse(server)
        try await browser.get("/admin/?date=2025-09-01")
        let step = "1 \(appointment.updatedAt.microseconds) CHECKED_IN"
        #expect(browser.html.contains("<button name=\"visit\" value=\"\(step)\">Arrived</button>"))

        let answer = try await browser.submit("/admin/appointments/status/", ["visit": step])

        #expect(answer.status == 303)
        #expect(answer.headers[.location] == "/admin/?date=2025-09-01#appointment-1")
        #expect(try await server.appointment(appointment.id)?.details.status == .checkedIn)
        #expect(try await server.appointment(appointment.id)?.details.reason?.text == "Check-up")
    }

    @Test func `says how things stand when somebody else was first`() async throws {
        let server = try await PageServer()
        let appointment = try await server.book(
            "2025-09-01T08:00:00Z", with: try await server.addDoctor(), try await server.addPatient())
        let version = appointment.updatedAt.microseconds
        var (first, second) = (try await nurse(server), try await nurse(server))
        try await first.get("/admin/")
        try await second.get("/admin/")
        server.clock.advance(seconds: 1)

        try await first.submit("/admin/appointments/status/", ["visit": "1 \(version) CHECKED_IN"])
        let late = try await second.submit("/admin/appointments/status/", ["visit": "1 \(version) NO_SHOW"])

        #expect(first.page?.status == 303)
        #expect(late.status == 412)
        #expect(late.body.contains("Somebody else saved this record"))
        #expect(late.body.contains("visit-arrived\""))
        #expect(late.body.contains("<span class=\"status\">Arrived"))
    }

    @Test(arguments: ["", "1", "1 2", "x 2 COMPLETED", "1 x COMPLETED", "1 2 COMPLETED 3", "9 2 COMPLETED"])
    func `finds no visit for a button that it never made`(visit: String) async throws {
        let server = try await PageServer()
        try await server.book("2025-09-01T08:00:00Z", with: try await server.addDoctor(), try await server.addPatient())
        var browser = try await nurse(server)
        try await browser.get("/admin/")

        let answer = try await browser.submit("/admin/appointments/status/", ["visit": visit])

        #expect(answer.status == 404)
    }

    @Test func `tells each row's other steps by their keys, and leads to the appointment for whoever has no script`()
        async throws
    {
        let server = try await PageServer()
        let (ada, ann) = (try await server.addDoctor(), try await server.addPatient())
        try await server.book("2025-09-01T08:00:00Z", with: ada, ann)
        try await server.book("2025-09-01T09:00:00Z", with: ada, ann, .completed)
        var browser = try await nurse(server)

        let page = try await browser.get("/admin/").body

        #expect(page.contains("id=\"appointment-1\" data-row=\"dcx\""))
        #expect(page.contains("id=\"appointment-2\" data-row=\"\""))
        #expect(page.contains("<a class=\"more\" href=\"/admin/appointments/2/\" aria-label=\"More\">⋯</a>"))
        #expect(page.contains("<template data-visit-menu>"))
    }

    @Test func `says why a time cannot be held again`() async throws {
        let server = try await PageServer()
        let (ada, ann) = (try await server.addDoctor(), try await server.addPatient())
        try await server.book("2025-09-01T08:00:00Z", with: ada, ann, .cancelled)
        try await server.book("2025-09-01T08:15:00Z", with: ada, ann)
        var browser = try await nurse(server)
        try await browser.get("/admin/appointments/1/")

        let answer = try await browser.submit("/admin/appointments/1/status/", ["status": "SCHEDULED"])

        #expect(answer.status == 400)
        #expect(answer.body.contains("Doctor already has an appointment at this time."))
    }

    @Test func `offers what a doctor may do: to theirs, and nothing but their status`() async throws {
        let server = try await PageServer()
        let (ada, bea) = (try await server.addDoctor("Ada"), try await server.addDoctor("Bea"))
        let ann = try await server.addPatient()
        try await server.book("2025-09-01T08:00:00Z", with: ada, ann)
        try await server.book("2025-09-01T09:00:00Z", with: bea, ann)
        try await server.addAccount("drada", of: ada)
        var browser = Browser(server)
        try await browser.signIn(as: "drada")

        let page = try await browser.get("/admin/").body

        #expect(page.contains("appointment-1"))
        #expect(!page.contains("appointment-2"))
        #expect(page.contains(/<button name="visit" value="1 [0-9]+ CHECKED_IN">/))
        #expect(!page.contains("data-edit"))
        #expect(!page.contains("New appointment"))
    }

    @Test func `has a version that changes with the appointments, and with the time on its own day`() async throws {
        let server = try await PageServer()
        let (ada, ann) = (try await server.addDoctor(), try await server.addPatient())
        try await server.book("2025-09-01T08:00:00Z", with: ada, ann)
        var browser = try await nurse(server)
        let source = "/admin/today/version/?date="

        let board = try await browser.get("/admin/").body
        let shown = try #require(board.firstMatch(of: /data-version="([^"]+)"/)?.1)
        let first = try await browser.get(source + "2025-09-01").body
        let tomorrow = try await browser.get(source + "2025-09-02").body
        server.clock.advance(seconds: 300)
        let later = try await browser.get(source + "2025-09-01").body
        let tomorrowLater = try await browser.get(source + "2025-09-02").body
        try await server.book("2025-09-01T10:00:00Z", with: ada, ann)
        let booked = try await browser.get(source + "2025-09-01").body

        #expect(first == "{\"version\":\"\(shown)\"}")
        #expect(Set([first, later, booked]).count == 3)
        #expect(tomorrow == tomorrowLater)
        browser.headers = [.init("X-Clinic-Live")!: "1"]
        server.clock.advance(seconds: 900)
        let late = try await browser.get(source + "2025-09-01")
        #expect(late.status == 401)
    }

    @Test func `refuses a day that is none`() async throws {
        var browser = try await nurse(try await PageServer())

        for date in ["tomorrow", "2025-02-30", "0001-01-01", "9999-12-31"] {
            let answer = try await browser.get("/admin/?date=\(date)")

            #expect(answer.status == 400)
        }
    }

    @Test func `has the clinic's day, from midnight to midnight`() async throws {
        let server = try await PageServer { $0.time = ClinicTime(zone: "Europe/Berlin")! }
        let (ada, ann) = (try await server.addDoctor(), try await server.addPatient())
        try await server.book("2025-10-25T22:00:00Z", with: ada, ann)
        try await server.book("2025-10-26T22:59:00Z", with: ada, ann)
        try await server.book("2025-10-26T23:30:00Z", with: ada, ann)
        var browser = try await nurse(server)

        let page = try await browser.get("/admin/?date=2025-10-26").body

        let times = page.matches(of: /<time>([^<]+)</).map { String($0.1) }
        #expect(times == ["00:00", "23:59"])
    }

    @Test func `shows on the next day as well what goes on past midnight, and says when it began`() async throws {
        let server = try await PageServer()
        let (ada, bea) = (try await server.addDoctor("Ada"), try await server.addDoctor("Bea"))
        let (ann, bo) = (try await server.addPatient("Ann"), try await server.addPatient("Bo"))
        try await server.book("2025-09-01T23:30:00Z", with: ada, ann, minutes: 60)
        try await server.book("2025-09-01T22:00:00Z", with: bea, bo, minutes: 120, .completed)
        var browser = try await nurse(server)

        let first = try await browser.get("/admin/?date=2025-09-01").body
        let next = try await browser.get("/admin/?date=2025-09-02").body
        let version = try await browser.get("/admin/today/version/?date=2025-09-02").body

        #expect(first.contains("<time>23:30</time><small>60 min</small>"))
        #expect(next.contains("<time>23:30</time><small>the day before</small>"))
        #expect(!next.contains("appointment-2"))
        let shown = try #require(next.firstMatch(of: /data-version="([^"]+)"/)?.1)
        #expect(version == "{\"version\":\"\(shown)\"}")
    }

    private func nurse(_ server: PageServer) async throws -> Browser {
        var browser = Browser(server)
        try await browser.signIn(as: "nurse")
        return browser
    }
}
