import Foundation
import Testing

@Suite("Requests smuggled into others")
struct SmugglingTests {
    private static let second = Array("GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8)

    @Test("a request that two servers could read in two ways gets one 400, and nothing behind it is read")
    func ambiguous() async throws {
        let server = try await Engine.sqlite.freshDatabase().server()

        var wrong: [String] = []
        for ambiguous in AmbiguousRequests.all {
            let answers = try? await exchange(server, ambiguous.bytes + Self.second)
            if answers?.map(\.status) != [400] {
                wrong.append("\(ambiguous.name): \(answers.map { "\($0.map(\.status))" } ?? "left open")")
            }
        }

        #expect(wrong == [])
        #expect(AmbiguousRequests.all.count >= 100)
        #expect(await server.stop() == 0)
        #expect(server.log.lines(with: "\"status\":\"404\"") == [])
    }

    @Test(
        "a request that can be read in one way only is served, and so is the one behind it",
        arguments: [
            "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n", "\r\nGET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET http://localhost/healthz HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET HTTP://LOCALHOST/healthz HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /healthz HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello",
            "GET /healthz HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: CHUNKED\r\n\r\n5;a=b\r\nhello\r\n0\r\nX: a\r\n\r\n",
        ])
    func plain(request: String) async throws {
        let server = try await Engine.sqlite.freshDatabase().server()
        let last = Array("GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8)

        let answers = try await exchange(server, Array(request.utf8) + last)

        #expect(answers.count == 2)
        #expect(answers.last?.body == Array(#"{"detail":"ready"}"#.utf8))
    }

    @Test(
        "a client that asks for another protocol is answered, told that the connection ends, and nothing more is read")
    func upgrade() async throws {
        let server = try await Engine.sqlite.freshDatabase().server()
        let request =
            "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings\r\n"
            + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n\r\n"

        let answers = try await exchange(server, Array(request.utf8) + Self.second)

        #expect(answers.map(\.status) == [200])
        #expect(answers.first?["Connection"] == "close")
    }

    @Test("a body that is too large is refused before it is asked for")
    func expectation() async throws {
        let server = try await Engine.sqlite.freshDatabase().server()
        let head =
            "POST /api/auth/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Expect: 100-continue\r\nContent-Length: 1048577\r\n\r\n"

        let answers = try await exchange(server, Array(head.utf8))

        #expect(answers.map(\.status) == [413])
        #expect(answers.first?["Connection"] == "close")
    }

    @Test(
        "a compressed body is 415, whatever is in it", arguments: ["gzip", "deflate", "br", "zstd", "x-gzip", "a, b"])
    func compressed(coding: String) async throws {
        let server = try await Engine.sqlite.freshDatabase().server()
        let request = TestRequest("POST", "/api/auth/login/", ["username": "a", "password": "b"])

        let refused = try await TestClient(server).send(request.with("Content-Encoding", coding))
        let plain = try await TestClient(server).send(request.with("Content-Encoding", "identity"))

        #expect(refused.status == 415)
        #expect(plain.status == 401)
        #expect(refused["Accept-Encoding"] == "identity")
    }

    /// Every answer up to the end of the connection, which the server has to close.
    private func exchange(_ server: ServerProcess, _ bytes: [UInt8]) async throws -> [TestAnswer] {
        let client = TestClient(server, patience: 20)
        try await client.write(bytes)
        return try TestAnswer.all(in: try await client.readToEnd())
    }
}

extension TestAnswer {
    /// The answers in what a connection gave, notes before answers among them.
    fileprivate static func all(in bytes: [UInt8]) throws -> [TestAnswer] {
        var answers: [TestAnswer] = []
        var rest = bytes[...]
        while let end = rest.firstRange(of: Array("\r\n\r\n".utf8)) {
            let lines = String(decoding: rest[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
            let fields = lines.dropFirst().map { line in
                let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
                return (name: parts[0], value: parts.count > 1 ? parts[1] : "")
            }
            var answer = try TestAnswer(head: lines[0], fields: fields)
            let length = answer["Content-Length"].flatMap { Int($0) } ?? 0
            answer.body = Array(rest[end.upperBound...].prefix(length))
            rest = rest[end.upperBound...].dropFirst(length)
            answers.append(answer)
        }
        return answers
    }
}
