import Domain
import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite struct `Patients chosen from the list` {
    @Test func `are exported without those who are gone, which is said before`() async throws {
        let server = try await PageServer()
        var browser = try await Browser.nurse(at: server)
        try await browser.registerPatient()
        try await browser.registerPatient(["last_name": "Baker"])
        try await browser.get("/admin/patients/")

        let question = try await browser.choose([1, 2, 77], for: "export", at: "/admin/patients/")
        let file = try await browser.confirm("export", at: "/admin/patients/")
        try await browser.get("/admin/patients/")
        let nobody = try await browser.choose([77], for: "export", at: "/admin/patients/")

        #expect(question.status == 200)
        #expect(question.body.contains("One of those chosen is not there any more."))
        #expect(question.body.contains("Export 2 patients?"))
        #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
        #expect(file.body.contains("Archer") && file.body.contains("Baker"))
        #expect(nobody.status == 303)
    }

    @Test func `are no patients whose record was opened, only such as were shown`() async throws {
        let server = try await PageServer()
        var browser = try await Browser.nurse(at: server)
        try await browser.registerPatient()
        try await browser.registerDoctor()
        try await browser.assign()
        try await browser.book("2025-09-02T10:00")
        let before = try await server.noted([.patientRead]).count

        try await browser.get("/admin/patients/")
        try await browser.get("/admin/mappings/?patient=1")
        try await browser.get("/admin/mappings/1/")
        try await browser.get("/admin/appointments/1/")
        try await browser.get("/admin/appointments/")
        try await browser.choose([1], for: "missed", at: "/admin/appointments/")
        try await browser.get(
            "/admin/calendar/check/?appointment=1&doctor=1&start=2025-09-02T11:00:00Z")
        let after = try await server.noted([.patientRead]).count
        let shown = try await server.noted([], about: PatientID(1)!)
        try await browser.get("/admin/patients/1/")

        #expect(after == before)
        #expect(try await server.noted([.patientRead]).count == before + 1)
        #expect(shown.filter { $0.action == AuditAction.appointmentRead.rawValue }.count == 3)
        #expect(shown.contains { $0.action == AuditAction.patientListed.rawValue })
    }
}
