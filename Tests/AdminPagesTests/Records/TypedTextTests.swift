import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite struct `What somebody typed` {
    @Test func `is shown as text on every page of records`() async throws {
        var browser = try await Browser.nurse(at: PageServer())
        let naughty = #""'><script>alert(1)</script>"#
        try await browser.registerPatient(["last_name": naughty, "allergies": naughty])
        try await browser.registerDoctor(["last_name": naughty, "specialization": naughty])
        try await browser.assign()
        try await browser.book("2025-09-02T10:00")

        for path in [
            "/admin/doctors/", "/admin/doctors/1/", "/admin/doctors/1/edit/", "/admin/doctors/1/delete/",
            "/admin/mappings/?doctor=1", "/admin/mappings/1/", "/admin/mappings/1/edit/", "/admin/mappings/1/delete/",
            "/admin/mappings/?doctor=script", "/admin/appointments/?patient=1", "/admin/patients/1/",
            "/admin/patients/1/history/", "/admin/patients/?search=%3Cscript%3E&doctor=1",
        ] {
            let answer = try await browser.get(path)

            #expect(answer.status == 200, "\(path)")
            #expect(!answer.body.contains("<script>"), "\(path)")
            #expect(answer.body.contains("&lt;script&gt;"), "\(path)")
        }
    }
}
