import Domain
import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite struct `What is refused on the pages` {
    @Test(arguments: [
        "/admin/patients/new/", "/admin/doctors/new/", "/admin/mappings/new/", "/admin/accounts/new/",
        "/admin/appointments/new/", "/admin/appointments/1/edit/", "/admin/appointments/1/delete/",
        "/admin/mappings/1/edit/", "/admin/mappings/1/delete/", "/admin/doctors/2/edit/",
    ])
    func `is in the audit trail when a page is asked for`(_ address: String) async throws {
        let server = try await PageServer()
        let (ada, ann) = (try await server.addDoctor(), try await server.addPatient())
        try await server.addDoctor("Bea")
        try await server.book("2025-09-02T10:00:00Z", with: ada, ann)
        var nurse = try await Browser.nurse(at: server)
        try await nurse.assign()
        try await server.addAccount("ada", of: ada)
        var doctor = Browser(server)
        try await doctor.signIn(as: "ada")

        let answer = try await doctor.get(address)

        #expect(answer.status == 403)
        #expect(try await server.noted([.accessRefused]).count == 1)
    }

    @Test func `is in the audit trail when it is asked for many records`() async throws {
        let server = try await PageServer()
        let (ada, ann) = (try await server.addDoctor(), try await server.addPatient())
        try await server.addAccount("ada", of: ada)
        try await server.book("2025-09-02T10:00:00Z", with: ada, ann)
        var doctor = Browser(server)
        try await doctor.signIn(as: "ada")
        try await doctor.get("/admin/patients/")

        let answer = try await doctor.choose([1], for: "delete", at: "/admin/patients/")

        #expect(answer.status == 403)
        #expect(try await server.noted([.accessRefused]).count == 1)
    }

    @Test func `leaves doctors the clinical notes to write, and them alone`() async throws {
        let server = try await PageServer()
        let ada = try await server.addDoctor()
        var nurse = try await Browser.nurse(at: server)
        try await server.addPatient()
        try await nurse.assign()
        try await server.addAccount("ada", of: ada)
        var doctor = Browser(server)
        try await doctor.signIn(as: "ada")

        let form = try await doctor.get("/admin/patients/1/edit/").body
        let saved = try await doctor.submit("/admin/patients/1/edit/", ["allergies": "Penicillin"])
        try await doctor.get("/admin/patients/1/edit/")
        let refused = try await doctor.submit(
            "/admin/patients/1/edit/", ["allergies": "Nickel", "last_name": "Baker"])

        #expect(form.contains("name=\"allergies\"") && form.contains("Archer"))
        for name in ["first_name", "last_name", "phone_number", "blood_group", "insurance_number"] {
            #expect(!form.contains("name=\"\(name)\""), "\(name)")
        }
        #expect(saved.status == 303)
        #expect(refused.status == 403)
        #expect(refused.body.contains("Nickel") && refused.body.contains("data-changed"))
        let page = try await nurse.get("/admin/patients/1/").body
        #expect(page.contains("Penicillin") && page.contains("Archer") && !page.contains("Baker"))
    }
}
