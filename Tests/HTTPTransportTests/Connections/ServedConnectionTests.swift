import Testing

@testable import HTTPTransport

@Suite struct `Requests of one connection` {
    private static let health = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"
    private static let last = "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"

    @Test func `are answered in their order, however fast they come`() async throws {
        let unknown = "GET /nowhere/ HTTP/1.1\r\nHost: localhost\r\n\r\n"
        let many = String(repeating: Self.health + unknown, count: 40)

        let statuses = try await statuses(of: many + Self.last)

        #expect(statuses == Array(repeating: ["200", "404"], count: 40).flatMap(\.self) + ["200"])
    }

    @Test func `end with the one that says so`() async throws {
        let statuses = try await statuses(of: Self.last + Self.health)

        #expect(statuses == ["200"])
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: ["HTTP/1.1\r\nConnection: close", "HTTP/1.1\r\nConnection: keep-alive, Close", "HTTP/1.0"])
    func `end with the last one for a client that stays, too`(kind: String) async throws {
        let request = "GET /healthz \(kind)\r\nHost: localhost\r\n\r\n"
        let received = Kept()

        try await RunningServer.run {
            $0.tls = nil
        } _: { server in
            let (bytes, stayed) = try await PlainClient.stay(port: server.port, Array((request + Self.health).utf8))
            await received.set(String(decoding: bytes, as: UTF8.self))
            #expect(stayed < .seconds(10))
        }

        let text = await received.text
        #expect(text.split(separator: "HTTP/1.1 ").map { $0.prefix(3) } == ["200"])
        #expect(text.lowercased().contains("\r\nconnection: close\r\n"))
    }

    @Test func `go on behind a body that was refused unread`() async throws {
        let body = String(repeating: "x", count: 100_000)
        let refused = "POST /api/patients/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n" + body

        let statuses = try await statuses(of: refused + Self.last)

        #expect(statuses == ["401", "200"])
    }

    @Test func `have the bodies that came in pieces`() async throws {
        let form = #"{"username": "nobody", "password": "\#(String(repeating: "x", count: 70_000))"}"#
        let head = "POST /api/auth/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        let chunks = stride(from: 0, to: form.utf8.count, by: 5_000).map { start in
            let piece = form.dropFirst(start).prefix(5_000)
            return String(piece.utf8.count, radix: 16) + "\r\n" + piece + "\r\n"
        }
        let request = head + "Transfer-Encoding: chunked\r\n\r\n" + chunks.joined() + "0\r\n\r\n"

        let statuses = try await statuses(of: request + Self.last)

        // Read as a whole: what is wrong with it is the password, which is too long or not that of anybody.
        #expect(statuses.count == 2 && ["400", "401"].contains(statuses.first) && statuses.last == "200")
    }

    @Test func `have answers with a date`() async throws {
        let text = try await answer(to: Self.last)

        let dates = text.split(separator: "\r\n").filter { $0.lowercased().hasPrefix("date: ") }
        #expect(dates.count == 1 && dates.allSatisfy { $0.hasSuffix(" GMT") })
    }

    private func statuses(of requests: String) async throws -> [String] {
        try await answer(to: requests).split(separator: "HTTP/1.1 ").map { String($0.prefix(3)) }
    }

    /// What a server without TLS answers until it ends the connection.
    private func answer(to requests: String) async throws -> String {
        let received = Kept()
        try await RunningServer.run {
            $0.tls = nil
        } _: { server in
            let bytes = try await PlainClient.exchange(port: server.port, Array(requests.utf8))
            await received.set(String(decoding: bytes, as: UTF8.self))
        }
        return await received.text
    }

    private actor Kept {
        private(set) var text = ""

        func set(_ text: String) { self.text = text }
    }
}
