import Application
import Domain
import HTTPTypes
import Testing

@testable import AdminPages
@testable import HTTPTransport

@Suite struct `A form that makes a record` {
    /// A form for each kind of record, filled; people exist.
    private static let forms: [(path: String, texts: [String: String], made: String)] = [
        ("/admin/patients/new/", Browser.ann, "/admin/patients/2/"),
        ("/admin/doctors/new/", Browser.weiss, "/admin/doctors/2/"),
        (
            "/admin/mappings/new/", ["patient": "1", "doctor": "1", "status": "active"], "/admin/mappings/1/"
        ),
        (
            "/admin/appointments/new/",
            [
                "patient": "1", "doctor": "1", "appointment_datetime": "2025-09-02T10:00", "duration_minutes": "30",
                "status": "SCHEDULED",
            ], "/admin/appointments/1/"
        ),
        (
            "/admin/accounts/new/",
            [
                "username": "cleo", "password": PageServer.password, "email": "cleo@example.org", "role": "staff",
                "is_active": "true", "must_change_password": "false", "first_name": "Cleo", "last_name": "Park",
            ], "/admin/accounts/4/"
        ),
    ]

    @Test(arguments: forms)
    func `makes one record however often it is sent, and leads to it each time`(
        path: String, texts: [String: String], made: String
    ) async throws {
        var browser = try await admin(try await server())
        try await browser.get(path)
        let sent = browser.hidden.merging(texts) { $1 }

        let first = try await browser.post(path, sent)
        let second = try await browser.post(path, sent)

        #expect(first.headers[.location] == made)
        #expect(second.status == 303)
        #expect(second.headers[.location] == made)
    }

    @Test func `makes another one when it is shown anew`() async throws {
        let server = try await server()
        var browser = try await admin(server)

        try await browser.registerPatient()
        try await browser.registerPatient()

        #expect(browser.page?.headers[.location] == "/admin/patients/3/")
    }

    @Test func `keeps what was typed over the one that it made, and asks`() async throws {
        var browser = try await admin(try await server())
        try await browser.get("/admin/patients/new/")
        let sent = browser.hidden.merging(Browser.ann) { $1 }
        try await browser.post("/admin/patients/new/", sent)

        let other = try await browser.post("/admin/patients/new/", sent.merging(["first_name": "Bea"]) { $1 })
        let again = try await browser.submit("/admin/patients/new/", Browser.ann.merging(["first_name": "Bea"]) { $1 })

        #expect(other.status == 409)
        #expect(other.body.contains("This form was sent before"))
        #expect(other.body.contains("value=\"Bea\""))
        #expect(again.headers[.location] == "/admin/patients/3/")
    }

    @Test func `can be mended when something was wrong with it, since that made nothing`() async throws {
        var browser = try await admin(try await server())
        try await browser.get("/admin/patients/new/")

        let wrong = try await browser.submit(
            "/admin/patients/new/", Browser.ann.merging(["email": "no address"]) { $1 })
        let right = try await browser.submit("/admin/patients/new/", Browser.ann)

        #expect(wrong.status == 400)
        #expect(right.headers[.location] == "/admin/patients/2/")
    }

    @Test(arguments: ["", "two words", String(repeating: "x", count: 300)])
    func `is taken with a name that it never had`(key: String) async throws {
        var browser = try await admin(try await server())
        try await browser.get("/admin/patients/new/")

        let answer = try await browser.submit("/admin/patients/new/", Browser.ann.merging(["form_key": key]) { $1 })

        #expect(answer.headers[.location] == "/admin/patients/2/")
    }

    private func server() async throws -> PageServer {
        let server = try await PageServer()
        try await server.addDoctor("Bea")
        try await server.addPatient("Bo")
        return server
    }

    private func admin(_ server: PageServer) async throws -> Browser {
        var browser = Browser(server)
        try await browser.signIn(as: "admin")
        return browser
    }
}
