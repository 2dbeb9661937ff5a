import Application
import Domain
import HTTPTypes
import SQLitePersistence
import Testing

@testable import HTTPTransport

@Suite struct `A patient's page` {
    @Test func `shows allergies, age, doctors, appointments, changes and who has looked`() async throws {
        let server = try await PageServer()
        var browser = try await Browser.nurse(at: server)
        try await browser.registerPatient(["allergies": "Penicillin"])
        try await browser.registerDoctor()
        try await browser.assign()
        try await browser.book("2025-08-30T10:00")
        try await browser.book("2025-09-02T10:00")
        try await browser.get("/admin/patients/1/edit/")
        try await browser.submit(
            "/admin/patients/1/edit/",
            Browser.ann.merging(["allergies": "Penicillin", "phone_number": "+1 555 0999"]) { $1 })
        var admin = Browser(server)
        try await admin.signIn(as: "admin")
        try await admin.get("/admin/patients/1/")

        let page = try await browser.get("/admin/patients/1/").body

        #expect(page.contains("<aside class=\"allergies\"") && page.contains("Penicillin"))
        #expect(page.contains("35 years old, female"))
        #expect(page.contains("href=\"/admin/doctors/1/\">Ada Weiss</a>"))
        let toCome = try #require(page.firstRange(of: "Appointments to come</h2>"))
        let past = try #require(page.firstRange(of: "Past appointments</h2>"))
        let next = try #require(page.firstRange(of: "2 September 2025, 10:00"))
        let last = try #require(page.firstRange(of: "30 August 2025, 10:00"))
        #expect(toCome.lowerBound < next.lowerBound && next.lowerBound < past.lowerBound)
        #expect(past.lowerBound < last.lowerBound)
        #expect(page.contains("<strong>nurse</strong> Patient changed #1: Phone number"))
        #expect(page.contains("<strong>admin</strong> once"))
        #expect(page.contains("href=\"/admin/patients/1/history/\""))
        #expect(page.contains("href=\"/admin/appointments/?patient=1&amp;from=2025-09-01\""))
    }

    @Test func `has among those to come none that is done, missed or cancelled already`() async throws {
        let server = try await PageServer()
        let (ada, ann) = (try await server.addDoctor(), try await server.addPatient())
        for (hour, status) in zip(8..., AppointmentStatus.allCases) {
            try await server.book("2025-09-02T\(hour < 10 ? "0" : "")\(hour):00:00Z", with: ada, ann, status)
        }
        var browser = try await Browser.nurse(at: server)

        for path in ["/admin/patients/1/", "/admin/doctors/1/"] {
            let page = try await browser.get(path).body
            let card = try #require(page.firstMatch(of: /(?s)Appointments to come<\/h2>.*?<\/section>/)).0

            #expect(card.contains("08:00") && card.contains("09:00"), "\(path)")
            #expect(!card.contains("10:00") && !card.contains("11:00") && !card.contains("12:00"), "\(path)")
        }
    }

    @Test func `says of how many openings it counts who has looked`() async throws {
        let server = try await PageServer()
        try await server.addPatient()
        var browser = try await Browser.nurse(at: server)
        for _ in 0..<100 { try await browser.get("/admin/patients/1/") }
        let all = browser.html

        let cut = try await browser.get("/admin/patients/1/").body

        #expect(all.contains("100 times") && !all.contains("Of the last 100 openings"))
        #expect(cut.contains("100 times") && cut.contains("Of the last 100 openings"))
    }

    @Test func `keeps its whole history, page by page`() async throws {
        var browser = try await Browser.nurse(at: PageServer())
        try await browser.registerPatient()
        for _ in 0..<30 { try await browser.get("/admin/patients/1/history/") }

        let history = try await browser.get("/admin/patients/1/history/")
        let access = try await browser.get("/admin/patients/1/access/")

        #expect(history.body.contains("Patient created #1") && !history.body.contains("History looked at"))
        #expect(access.body.contains("History looked at"))
        let next = try #require(access.body.firstMatch(of: /rel="next" href="([^"]+)"/)?.1)
        try await browser.get(String(next).replacing("&amp;", with: "&"))
        #expect(browser.html.contains("Patient created #1"))
        #expect(browser.html.contains("rel=\"prev\""))
    }

    @Test func `tells nobody of its readers who may not know them`() async throws {
        let server = try await PageServer()
        var browser = try await Browser.nurse(at: server)
        try await browser.registerPatient()
        try await browser.registerDoctor()
        try await browser.assign()
        var weiss = try await server.signInDoctor()

        let page = try await weiss.get("/admin/patients/1/")
        let history = try await weiss.get("/admin/patients/1/history/")

        #expect(page.status == 200)
        #expect(page.body.contains("Ann Archer"))
        #expect(!page.body.contains("Who has looked") && !page.body.contains("Delete"))
        #expect(history.status == 403)
    }

    @Test func `says what goes along before it is deleted, many at once too`() async throws {
        var browser = try await Browser.nurse(at: PageServer())
        try await browser.registerPatient()
        try await browser.registerPatient(["first_name": "Bo"])
        try await browser.registerDoctor()
        try await browser.assign()
        try await browser.book("2025-09-02T10:00")
        try await browser.book("2025-08-30T10:00")

        let one = try await browser.get("/admin/patients/1/delete/")
        try await browser.get("/admin/patients/")
        let many = try await browser.choose([1, 2], for: "delete", at: "/admin/patients/")
        try await browser.confirm("delete", at: "/admin/patients/")
        try await browser.follow()

        #expect(one.body.contains("Goes along: 1 mapping, 1 appointment to come, 1 past appointment."))
        #expect(many.body.contains("Delete 2 patients?"))
        #expect(many.body.contains("Nothing else goes along."))
        #expect(browser.html.contains("2 patients are deleted."))
        #expect(browser.html.contains("Nothing matches."))
    }

    @Test func `is exported with others that were chosen`() async throws {
        var browser = try await Browser.nurse(at: PageServer())
        for name in ["Ann", "Bo", "Cy"] { try await browser.registerPatient(["first_name": name]) }

        try await browser.get("/admin/patients/")
        let file = try await browser.choose([1, 3], for: "export", at: "/admin/patients/")

        #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
        #expect(file.body.contains("1,Ann,Archer") && file.body.contains("3,Cy,Archer"))
        #expect(!file.body.contains("Bo,Archer"))
    }
}

extension PageServer {
    /// A browser of the first doctor, who gets an account for it.
    fileprivate func signInDoctor() async throws -> Browser {
        let new = NewAccount(
            username: Username(stored: "weiss"), profile: Profile(email: EmailAddress(stored: "weiss@example.org")),
            role: .doctor, doctor: DoctorID(1), passwordHash: PasswordHash(phc: "plain:\(PageServer.password)"))
        _ = try await storage.transaction { stores throws(Failure) in
            try await stores.accounts.insert(new, at: .dawn)
        }
        var browser = Browser(self)
        try await browser.signIn(as: "weiss")
        return browser
    }
}
