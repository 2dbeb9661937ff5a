import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite struct `Paths of the hospital contract` {
    @Test(arguments: [
        "patients/x/", "patients/-1/", "patients/1a", "doctors/%31/", "mappings/patient/", "mappings/x/delete",
        "patients//", "appointments/", "auth/profile/", "mappings/1/remove/",
    ]) func `are unknown, without a look at the credentials, where the number is none`(path: String) async throws {
        let server = try await TestServer()

        let answer = try await server.send(.get, "/hospital/api/\(path)")

        #expect(answer.status == 404)
    }

    @Test(arguments: ["0", "000", "99999999999999999999999999"])
    func `are not found where no record can have the number`(number: String) async throws {
        let server = try await TestServer()

        let answer = try await server.hospital(.get, "patients/\(number)/")

        #expect(answer.status == 404 && answer.body == #"{"msg":"Patient Not Found"}"#)
    }

    @Test func `know neither PATCH nor what the contract does not name`() async throws {
        let server = try await TestServer()

        let patch = try await server.hospital(.patch, "patients/1/", "{")
        let put = try await server.hospital(.put, "mappings/1/", "{}")
        let delete = try await server.hospital(.get, "mappings/1/delete")

        #expect(patch.status == 405 && patch.headers[.allow] == "DELETE, GET, HEAD, OPTIONS, PUT")
        #expect(put.status == 405 && put.headers[.allow] == "GET, HEAD, OPTIONS")
        #expect(delete.status == 405 && delete.headers[.allow] == "DELETE, OPTIONS")
    }

    @Test func `look for the record before the body, and for the caller before the method`() async throws {
        let server = try await TestServer()

        let noRecord = try await server.hospital(.put, "doctors/7/", "{")
        let noToken = try await server.send(.patch, "/hospital/api/doctors/7/")

        #expect(noRecord.status == 404 && noRecord.body == #"{"msg":"Doctor Not Found"}"#)
        #expect(noToken.status == 401)
    }

    @Test func `ignore parameters: no filters, no ordering, no search`() async throws {
        let server = try await TestServer()
        _ = try await server.native(.post, "patients/", Body.ann)
        _ = try await server.native(.post, "patients/", Body.bo)

        let plain = try await server.hospital(.get, "patients/")
        let asked = try await server.hospital(.get, "patients/?gender=F&ordering=-nothing&search=bo")

        #expect(asked.status == 200 && asked.body == plain.body)
        #expect(plain.body.contains(#"[{"id":1,"#) && plain.body.contains(#",{"id":2,"#))
    }

    @Test(arguments: ["patients", "doctors", "mappings"])
    func `go on page by page for those who ask`(path: String) async throws {
        let server = try await TestServer.withRecords()
        _ = try await server.native(.post, "patients/", Body.bo)
        _ = try await server.native(.post, "doctors/", Body.drGrey)
        _ = try await server.native(.post, "mappings/", #"{"patient":2,"doctor":2}"#)

        let all = try await server.hospital(.get, "\(path)/")
        let first = try await server.hospital(.get, "\(path)/?page_size=1")
        let link = try #require(first.body.split(separator: #""next":""#).dropFirst().first?.prefix { $0 != "\"" })
        let target = try #require(link.split(separator: "/hospital/api/").last)
        let second = try await server.hospital(.get, String(target))

        let rows = [first, second].compactMap { $0.body.split(separator: #""results":["#).last?.dropLast(2) }
        #expect(all.body == "[" + rows.joined(separator: ",") + "]")
        #expect(second.body.contains(#""next":null"#))
        #expect(try await server.hospital(.get, "\(path)/?page_size=x").status == 400)
    }

    @Test func `share accounts with the clinic's own API`() async throws {
        let server = try await TestServer()
        let account = #"{"username":"ward","email":"ward@example.org","password":"Tr1cky-Horse-9"}"#

        let made = try await server.send(.post, "/hospital/api/auth/register/", json: account)
        let here = try await server.send(.post, "/hospital/api/auth/login/", json: account)
        let there = try await server.send(.post, "/api/auth/login/", json: account)

        #expect(made.status == 201)
        #expect(made.body.hasSuffix(#","username":"ward","email":"ward@example.org"}"#))
        #expect(here.status == 200 && here.body.hasPrefix(#"{"refresh":""#) && !here.body.contains("username"))
        #expect(there.status == 200)
    }

    @Test(arguments: ["patients", "doctors", "mappings"]) func `make a record once for one Idempotency-Key`(
        path: String
    ) async throws {
        let server = try await TestServer.withRecords()
        _ = try await server.native(.post, "doctors/", Body.drGrey)
        let body = ["patients": HospitalBody.syed, "doctors": HospitalBody.drDoe][path] ?? #"{"patient":1,"doctor":2}"#
        let headers: HTTPFields = [.idempotencyKey: "again"]

        let first = try await server.send(
            .post, "/hospital/api/\(path)/", as: server.nurse, json: body, headers: headers)
        let second = try await server.send(
            .post, "/hospital/api/\(path)/", as: server.nurse, json: body, headers: headers)

        #expect(first.status == 201)
        #expect(second.status == 201 && second.body == first.body)
    }
}
