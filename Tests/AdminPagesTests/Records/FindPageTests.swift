import Domain
import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite struct `People found by typing` {
    @Test func `are told with what distinguishes them, twenty at most`() async throws {
        var browser = try await Browser.nurse(at: PageServer())
        for number in 1...21 { try await browser.registerPatient(["last_name": "Archer\(number)"]) }
        browser.headers = [.accept: "application/json"]

        let one = try await browser.get("/admin/patients/find/?q=archer21")
        let many = try await browser.get("/admin/patients/find/?q=ann")
        let number = try await browser.get("/admin/patients/find/?q=%237")
        let none = try await browser.get("/admin/doctors/find/?q=ann")

        #expect(one.headers[.contentType] == "application/json")
        #expect(
            one.body == """
                {"found":[{"id":21,"text":"Ann Archer21","detail":"15 May 1990 · #21"}],"note":"1 found"}
                """)
        #expect(many.body.matches(of: /"id":/).count == 20)
        #expect(many.body.contains("More than 20 found"))
        #expect(number.body.contains("\"id\":7,"))
        #expect(none.body == #"{"found":[],"note":"Nobody found."}"#)
    }

    @Test func `are only those whom one may see, and looking for them is noted`() async throws {
        let server = try await PageServer { $0.accounts.append(("otherNurse", .staff)) }
        var browser = try await Browser.nurse(at: server)
        try await browser.registerPatient()
        var other = Browser(server)
        try await other.signIn(as: "otherNurse")
        other.headers = [.accept: "application/json"]
        browser.headers = [.accept: "application/json"]

        let own = try await browser.get("/admin/patients/find/?q=ann")
        let foreign = try await other.get("/admin/patients/find/?q=ann")
        let numbered = try await other.get("/admin/patients/find/?q=1")

        #expect(own.body.contains("Ann Archer"))
        #expect(foreign.body.contains("\"found\":[]") && numbered.body.contains("\"found\":[]"))
        browser.headers = [:]
        let log = try await browser.get("/admin/patients/1/access/")
        #expect(log.body.contains("Patients listed"))
    }

    @Test func `are looked for in the list where no script is`() async throws {
        var browser = try await Browser.nurse(at: PageServer())

        let answer = try await browser.get("/admin/patients/find/?q=ann")

        #expect(answer.status == 303)
        #expect(answer.headers[.location] == "/admin/patients/?search=ann")
    }
}
