import Application
import Domain
import Foundation
import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite("Pages")
struct PageTests {
    @Test func `lead from the first to the last and back`() async throws {
        let server = try await TestServer.withPatients(5)
        var seen: [[Int]] = []
        var address: String? = "/api/patients/?page_size=2&gender=F&ordering=last_name,-id"
        var last = try await server.page("/api/patients/?page_size=2")

        while let next = address {
            last = try await server.page(next)
            seen.append(last.ids)
            address = last.next
        }
        #expect(seen == [[5, 4], [3, 2], [1]])

        seen = []
        while let previous = last.previous {
            last = try await server.page(previous)
            seen.append(last.ids)
        }
        #expect(seen == [[3, 2], [5, 4]])
        #expect(last.next != nil)
    }

    @Test func `say where they are by paths that keep all other parameters as sent`() async throws {
        let server = try await TestServer.withPatients(3)

        let first = try await server.page("/api/patients?search=%41nn+&x=%22%3E&page_size=1&cursor=&ordering=id")
        let next = try #require(first.next)
        let second = try await server.page(next)

        #expect(next.hasPrefix("/api/patients?search=%41nn+&x=%22%3E&page_size=1&ordering=id&cursor="))
        #expect(next.components(separatedBy: "cursor=").count == 2)
        #expect(first.previous == nil)
        #expect(second.ids == [2])
        #expect(second.next?.components(separatedBy: "cursor=").count == 2)
    }

    @Test func `are counted only when that is asked`() async throws {
        let server = try await TestServer.withPatients(3)

        let plain = try await server.send(.get, "/api/patients/?page_size=2", as: server.nurse)
        let counted = try await server.page("/api/patients/?page_size=2&count=exact&search=ann")
        let none = try await server.send(
            .get, "/api/patients/?page_size=2&count=exact", as: server.otherNurse)

        #expect(!plain.body.contains("count"))
        #expect(counted.count == 3)
        #expect(none.body == #"{"count":0,"next":null,"previous":null,"results":[]}"#)
    }

    @Test func `in another order than the cursor's are refused`() async throws {
        let server = try await TestServer.withPatients(3)
        let next = try #require(try await server.page("/api/patients/?page_size=1").next)

        for other in [next + "&ordering=id", next.replacing("patients", with: "doctors")] {
            let answer = try await server.send(.get, other, as: server.nurse)
            #expect(answer.status == 400)
            #expect(answer.body == #"{"cursor":["Invalid cursor."]}"#)
        }
    }

    @Test func `of a patient's mappings come with their doctors`() async throws {
        let server = try await TestServer.withRecords()
        _ = try await server.send(.post, "/api/doctors/", as: server.nurse, json: Body.drGrey)
        _ = try await server.send(.post, "/api/mappings/", as: server.nurse, json: #"{"patient": 1, "doctor": 2}"#)

        let first = try await server.page("/api/mappings/patient/1/?page_size=1&count=exact")
        let second = try await server.page(try #require(first.next))

        #expect((first.ids, second.ids) == ([2], [1]))
        #expect(first.count == 2)
        #expect(second.body.contains("doctor_details"))
        #expect(second.next == nil)
    }

    @Test func `without a size are bare arrays with links to their neighbours`() async throws {
        let server = try await TestServer.withPatients(1)
        let one = try await server.send(.get, "/api/patients/?count=exact", as: server.nurse)
        try await server.storage.transaction { stores throws(Failure) in
            guard let nurse = AccountID(1), let ann = try await stores.patients.find(PatientID(1)!, in: .everything)
            else { throw .notFound(.patient) }
            for _ in 0..<1001 { _ = try await stores.patients.insert(ann.details, by: nurse, at: .dawn) }
        }

        let first = try await server.send(.get, "/api/patients/?ordering=id", as: server.nurse)
        let link = try #require(first.headers[.link])
        let path = try #require(link.split(separator: ">").first?.dropFirst())
        let second = try await server.send(.get, String(path), as: server.nurse)

        #expect(one.headers[.link] == nil)
        #expect(one.body.hasPrefix("["))
        #expect(link.hasPrefix("</api/patients/?ordering=id&cursor="))
        #expect(link.hasSuffix(#">; rel="next""#))
        #expect(first.body.components(separatedBy: "\"id\":").count == 1001)
        #expect(second.body.components(separatedBy: "\"id\":").count == 3)
        #expect(second.headers[.link]?.hasSuffix(#">; rel="prev""#) == true)
    }
}

/// A page as a client reads it.
private struct Page: Decodable {
    struct Row: Decodable { let id: Int }
    let count: Int?
    let next: String?
    let previous: String?
    let results: [Row]
    var body = ""

    var ids: [Int] { results.map(\.id) }

    private enum CodingKeys: CodingKey { case count, next, previous, results }
}

extension TestServer {
    /// A server with so many patients of the same name.
    fileprivate static func withPatients(_ count: Int) async throws -> TestServer {
        let server = try await TestServer()
        for _ in 0..<count { _ = try await server.send(.post, "/api/patients/", as: server.nurse, json: Body.ann) }
        return server
    }

    fileprivate func page(_ path: String) async throws -> Page {
        let answer = try await send(.get, path, as: nurse)
        try #require(answer.status == 200, "\(answer.body)")
        var page = try JSONDecoder().decode(Page.self, from: Data(answer.body.utf8))
        page.body = answer.body
        return page
    }
}
