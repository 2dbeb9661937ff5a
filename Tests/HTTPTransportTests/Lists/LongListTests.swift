import Application
import Domain
import Foundation
import HTTPTypes
import HummingbirdCore
import NIOCore
import Testing

@testable import HTTPTransport

@Suite struct `A list that is too long for the memory` {
    @Test func `comes in parts that are together what a short one is`() async throws {
        let server = try await TestServer()
        let patients = try await server.register(12)

        let bare = try await server.send(.get, "/api/patients/?ordering=id", as: server.nurse)
        let paged = try await server.send(
            .get, "/api/patients/?ordering=id&page_size=100&count=exact", as: server.nurse)
        let begun = await server.begin("/api/patients/?ordering=id")

        #expect(try numbers(in: bare.body) == patients.map(\.number))
        let ends = (paged.body.prefix(70), paged.body.suffix(3))
        #expect(ends.0.hasPrefix(#"{"count":12,"next":null,"previous":null,"results":[{"id":1,"#))
        #expect(ends.1 == "}]}")
        #expect(bare.headers[.contentLength] == nil && bare.headers[.link] == nil)
        #expect(begun.head.status == .ok && begun.rest != nil)
        #expect(begun.body.readableBytes < 300_000)
    }

    @Test func `is not sent to who asks for its head alone`() async throws {
        let server = try await TestServer()
        _ = try await server.register(12)

        let head = await server.begin("/api/patients/", .head)

        #expect(head.head.status == .ok)
        #expect(head.body.readableBytes == 0 && head.rest == nil)
    }

    @Test func `stops when the session ends that asked for it`() async throws {
        let server = try await TestServer()
        _ = try await server.register(20)

        var rest = try #require(await server.begin("/api/patients/").rest)
        let second = try await rest.next()
        _ = try await server.storage.transaction { stores throws(Failure) in
            try await stores.sessions.endAll(of: AccountID(1)!, except: nil, at: .dawn)
            return true
        }
        let failure = await #expect(throws: Failure.self) { _ = try await rest.next() }

        #expect(second?.bytes.readableBytes ?? 0 > 100_000)
        #expect(failure == .notSignedIn(.invalidToken))
    }

    @Test func `stops when the session ends after its token expired`() async throws {
        let server = try await TestServer()
        _ = try await server.register(20)

        var rest = try #require(await server.begin("/api/patients/").rest)
        server.clock.advance(seconds: 7_200)
        _ = try await server.storage.transaction { stores throws(Failure) in
            try await stores.sessions.endAll(of: AccountID(1)!, except: nil, at: .dawn)
            return true
        }
        let failure = await #expect(throws: Failure.self) { _ = try await rest.next() }

        #expect(failure == .notSignedIn(.invalidToken))
    }

    @Test func `stops when whoever asked for it has another role`() async throws {
        let server = try await TestServer()
        _ = try await server.register(20)

        var rest = try #require(await server.begin("/api/patients/").rest)
        _ = try await server.storage.transaction { stores throws(Failure) in
            guard var account = try await stores.accounts.find(AccountID(1)!) else { return false }
            account.role = .doctor
            try await stores.accounts.update(account)
            return true
        }
        let failure = await #expect(throws: Failure.self) { _ = try await rest.next() }

        #expect(failure == .notSignedIn(.invalidToken))
    }

    @Test func `goes on when its token expires`() async throws {
        let server = try await TestServer()
        _ = try await server.register(12)

        var rest = try #require(await server.begin("/api/patients/").rest)
        server.clock.advance(seconds: 7_200)
        let second = try await rest.next()

        #expect(second?.bytes.readableBytes ?? 0 > 100_000)
        #expect(try await rest.next() == nil)
    }

    @Test(.timeLimit(.minutes(1))) func `goes out in chunks, and the connection goes on behind it`() async throws {
        let text = try await answer(
            { "GET /api/patients/?ordering=id HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer \($0)\r\n\r\n" },
            "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        let answers = text.components(separatedBy: "HTTP/1.1 ")
        let head = try #require(answers.dropFirst().first?.components(separatedBy: "\r\n\r\n").first).lowercased()

        #expect(answers.dropFirst().map { $0.prefix(3) } == ["200", "200"])
        #expect(head.contains("\r\ntransfer-encoding: chunked"))
        #expect(!head.contains("\r\ncontent-length:"))
        #expect(try numbers(in: try unchunked(answers[1])) == Array(1...12))
    }

    @Test(.timeLimit(.minutes(1))) func `has a length for who speaks HTTP/1.0, who knows no chunks`() async throws {
        let text = try await answer(
            { "GET /api/patients/?ordering=id HTTP/1.0\r\nHost: localhost\r\nAuthorization: Bearer \($0)\r\n\r\n" }, "")
        let body = try #require(text.components(separatedBy: "\r\n\r\n").last)
        let head = text.prefix { $0 != "[" }.lowercased()

        #expect(!head.contains("\r\ntransfer-encoding:"))
        #expect(head.contains("\r\ncontent-length: \(body.utf8.count)\r\n"))
        #expect(head.contains("\r\nconnection: close\r\n"))
        #expect(try numbers(in: body) == Array(1...12))
    }

    @Test(.timeLimit(.minutes(1))) func `is as complete over HTTP/2`() async throws {
        typealias Bytes = HTTP2Bytes
        try await RunningServer.run { server in
            _ = try await server.clinic.register(12)
            let head = Bytes.head(
                "GET", "/api/patients/?ordering=id", [("authorization", "Bearer \(server.clinic.nurse)")])
            let wide: [UInt8] = [0x20, 0, 0, 0]
            let request =
                Bytes.hello + Bytes.frame(.windowUpdate, wide) + Bytes.request(1, head)
                + Bytes.frame(.windowUpdate, stream: 1, wide)

            let outcome = try await TLSClient(server, "h2").exchange(request) { received in
                Bytes.frames(in: received).contains { $0.kind == .data && $0.isLast }
            }

            let data = Bytes.frames(in: outcome.received).filter { $0.kind == .data }.flatMap(\.payload)
            #expect(try numbers(in: String(decoding: data, as: UTF8.self)) == Array(1...12))
            #expect(try Bytes.answers(in: outcome.received)[1]?[":status"] == "200")
        }
    }

    /// What a server with twelve patients answers, to the first request with the nurse's token, until it ends the connection.
    private func answer(_ first: @escaping @Sendable (String) -> String, _ second: String) async throws -> String {
        let received = Kept()
        try await RunningServer.run {
            $0.tls = nil
        } _: { server in
            _ = try await server.clinic.register(12)
            let bytes = Array((first(server.clinic.nurse) + second).utf8)
            let answer = try await PlainClient.exchange(port: server.port, bytes)
            await received.set(String(decoding: answer, as: UTF8.self))
        }
        return await received.text
    }

    private func unchunked(_ answer: String) throws -> String {
        var rest = Substring(try #require(answer.components(separatedBy: "\r\n\r\n").dropFirst().first)).utf8[...]
        var body = ""
        while let line = rest.firstIndex(of: UInt8(ascii: "\r")),
            let size = Int(String(Substring(rest[..<line])), radix: 16)
        {
            let start = rest.index(line, offsetBy: 2)
            guard size > 0, let end = rest.index(start, offsetBy: size, limitedBy: rest.endIndex) else { break }
            body += String(Substring(rest[start..<end]))
            rest = rest[end...].dropFirst(2)
        }
        return body
    }

    private func numbers(in body: String) throws -> [Int64] {
        struct Patient: Decodable { let id: Int64 }
        return try JSONDecoder().decode([Patient].self, from: Data(body.utf8)).map(\.id)
    }

    private actor Kept {
        private(set) var text = ""

        func set(_ text: String) { self.text = text }
    }
}
