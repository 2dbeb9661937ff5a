import Application
import Domain
import Foundation
import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite struct `A long list of any kind` {
    @Test func `of patients comes in parts on a page, too`() async throws {
        let server = try await TestServer()
        _ = try await server.register(12)

        try await expectParts("/api/patients/?ordering=id&page_size=12", from: server, as: server.nurse, rows: 12)
    }

    @Test func `of a patient's mappings comes in parts, with the doctors`() async throws {
        let server = try await TestServer()
        let patients = try await server.register(1)
        try await server.map(patients, try await server.hire(12))

        try await expectParts("/api/mappings/patient/1/", from: server, as: server.nurse, rows: 12)

        let doctors = try await server.received("/hospital/api/mappings/1/", as: server.nurse)
        let listed = try await server.received("/hospital/api/doctors/", as: server.nurse)
        #expect(doctors.isInParts && listed.isInParts)
        #expect(doctors.body == #"{"patient":"Ann Archer","doctors":\#(listed.body)}"#)
    }

    @Test func `of mappings with their people comes in parts, and names whom it shows`() async throws {
        let server = try await TestServer()
        let patients = try await server.register(6)
        try await server.map(patients, try await server.hire(2))

        try await expectParts("/hospital/api/mappings/", from: server, as: server.nurse, rows: 12)

        let noted = try await server.storage.reads.audit.list(AuditQuery()).filter {
            $0.entry.action == "mapping.listed"
        }
        #expect(!noted.isEmpty)
        #expect(noted.allSatisfy { [1, 3, 6].contains($0.entry.patients.count) })
        #expect(noted.contains { $0.entry.patients == patients.map(\.number) })
    }

    @Test func `of accounts comes in parts`() async throws {
        let server = try await TestServer()
        try await server.employ(40)

        try await expectParts("/api/accounts/", from: server, as: server.admin, rows: 44)
    }

    @Test func `of events comes in parts where these name many patients`() async throws {
        let server = try await TestServer()
        _ = try await server.register(1)
        try await server.note(70)

        let path = "/api/audit/?action=patient.listed"
        try await expectParts(path, from: server, as: server.admin, rows: 70)
        let access = try await server.received("/api/patients/1/access-log/", as: server.nurse)
        #expect(access.isInParts)
        #expect(access.body.components(separatedBy: #""action":"patient.listed""#).count == 71)
    }

    /// The list, which comes in parts, has the rows of its pages.
    private func expectParts(
        _ path: String, from server: TestServer, as token: String, rows: Int,
        location: SourceLocation = #_sourceLocation
    ) async throws {
        let list = try await server.received(path, as: token)
        let all = try JSONSerialization.jsonObject(with: Data(list.body.utf8))
        let whole = try #require((all as? [String: Any])?["results"] as? NSArray ?? all as? NSArray)
        var pages: [Any] = []
        var next: String? = path.replacing("page_size=12", with: "page_size=5")
        if next == path { next = path + (path.contains("?") ? "&" : "?") + "page_size=5" }
        while let here = next {
            let page = try await server.received(here, as: token)
            let object = try #require(
                try JSONSerialization.jsonObject(with: Data(page.body.utf8)) as? [String: Any],
                "\(page.body.prefix(90))")
            pages += try #require(object["results"] as? [Any])
            next = object["next"] as? String
        }

        #expect(list.isInParts, sourceLocation: location)
        #expect(whole.count == rows, sourceLocation: location)
        #expect(whole.isEqual(to: pages), sourceLocation: location)
    }
}

extension TestServer {
    /// An answer with all its parts, and whether there was more than one.
    fileprivate func received(_ path: String, as token: String) async throws -> (body: String, isInParts: Bool) {
        let answer = await begin(path, as: token)
        return (try await Received(answer).body, answer.rest != nil)
    }
}
