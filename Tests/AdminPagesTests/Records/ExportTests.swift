import Application
import Domain
import HTTPTypes
import SQLitePersistence
import Testing

@testable import AdminPages
@testable import HTTPTransport

@Suite struct `The file of a list` {
    @Test func `is refused, and not cut, when the list is longer than a file may be`() async throws {
        let server = try await PageServer { $0.exports = Exports(mostBytes: 2_000) }
        var browser = try await Browser.nurse(at: server)
        try await server.addPatients(1)

        let short = try await browser.get("/admin/patients/?format=csv")
        try await server.addPatients(50)
        let refused = try await browser.get("/admin/patients/?format=csv")

        #expect(short.status == 200 && short.body.utf8.count <= 2_000)
        #expect(refused.status == 400)
        #expect(refused.headers[.contentDisposition] == nil)
        #expect(refused.body.contains("The list is too long for one file"))
    }

    @Test func `holds rows of all pages`() async throws {
        let server = try await PageServer()
        try await server.addPatients(ListLimit.standard + 5)
        var browser = try await Browser.nurse(at: server)

        let file = try await browser.get("/admin/patients/?format=csv&ordering=last_name")

        let lines = file.body.split(separator: "\r\n")
        #expect(lines.count == ListLimit.standard + 6)
        #expect(Set(lines).count == lines.count)
    }

    @Test(
        arguments: [
            ("=1+1", "'=1+1"), ("x;=1+1", "\"x;'=1+1\""), ("x\t@y", "\"x\t'@y\""), ("x\r\n-1", "\"x\r\n'-1\""),
            ("\u{200B}=1", "\u{200B}'=1"), ("x;\u{FEFF}+1", "\"x;\u{FEFF}'+1\""), ("a-b=c", "a-b=c"),
            ("x; -1", "\"x; -1\""),
        ])
    func `holds nothing that a spreadsheet would compute, in whichever language`(text: String, field: String) {
        var csv = CSV(["a"])

        csv.append([text])

        #expect(csv.bytes == Array("\u{FEFF}a\r\n\(field)\r\n".utf8))
    }

    @Test func `waits for others when as many are made as may be`() async throws {
        let exports = Exports(mostAtOnce: 1)
        var browser = try await Browser.nurse(at: PageServer { $0.exports = exports })

        try exports.begin()
        let meanwhile = try await browser.get("/admin/doctors/?format=csv")
        exports.end()
        let afterwards = try await browser.get("/admin/doctors/?format=csv")
        let again = try await browser.get("/admin/patients/?format=csv")

        #expect(meanwhile.status == 503 && meanwhile.headers[.retryAfter] == "1")
        #expect(afterwards.status == 200 && again.status == 200)
    }
}

extension PageServer {
    /// So many patients, each with a name of its own, in one transaction.
    fileprivate func addPatients(_ count: Int) async throws {
        _ = try await storage.transaction { stores throws(Failure) in
            for number in 0..<count {
                let details = PatientDetails(
                    firstName: PersonName(stored: "Ann"), lastName: PersonName(stored: "Archer \(number)"),
                    dateOfBirth: BirthDate(stored: CalendarDate(year: 1990, month: 5, day: 15)!), gender: .female,
                    phoneNumber: nil)
                _ = try await stores.patients.insert(details, by: AccountID(1)!, at: .dawn)
            }
            return count
        }
    }
}
