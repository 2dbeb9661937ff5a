import NIOCore
import Testing

@testable import HTTPTransport

@Suite("sizes of heads")
struct HeadSizeTests {
    @Test("a target of 8 KiB is served, a longer one answered by 414")
    func target() throws {
        let short = try GuardedConnection()
        let long = try GuardedConnection()

        short.send("GET /\(String(repeating: "a", count: 8_191)) HTTP/1.1\r\nHost: a\r\n\r\n")
        long.send("GET /\(String(repeating: "a", count: 8_192)) HTTP/1.1\r\nHost: a\r\n\r\n")

        #expect(short.completeRequests == 1)
        #expect(long.received().hasPrefix("HTTP/1.1 414 "))
        #expect(long.requests.isEmpty)
        #expect(long.cuts == [.targetTooLong])
    }

    @Test("a target without end is cut on its way")
    func endlessTarget() throws {
        let client = try GuardedConnection()

        client.send("GET /")
        for _ in 0..<5 { client.send(String(repeating: "a", count: 4_096)) }

        #expect(client.received().hasPrefix("HTTP/1.1 414 "))
        #expect(client.cuts == [.targetTooLong])
    }

    @Test("a hundred fields are served, more are answered by 431")
    func fieldCount() throws {
        let few = try GuardedConnection()
        let many = try GuardedConnection()

        few.send(head(fields: 99))
        many.send(head(fields: 100))

        #expect(few.completeRequests == 1)
        #expect(many.received().hasPrefix("HTTP/1.1 431 "))
        #expect(many.cuts == [.fieldsTooLarge])
    }

    @Test("fields beyond 16 KiB are answered by 431, in one piece or many")
    func fieldBytes() throws {
        let once = try GuardedConnection()
        let dripping = try GuardedConnection()
        let field = "X: \(String(repeating: "a", count: 16_384))\r\n"

        once.send("GET / HTTP/1.1\r\nHost: a\r\n" + field)
        for piece in ["GET / HTTP/1.1\r\n", "Host: a\r\n", "X: "]
            + Array(repeating: String(repeating: "a", count: 1_000), count: 17)
        {
            dripping.send(piece)
        }

        #expect(once.received().hasPrefix("HTTP/1.1 431 "))
        #expect(dripping.received().hasPrefix("HTTP/1.1 431 "))
        #expect(dripping.cuts == [.fieldsTooLarge])
    }

    @Test("trailers count as fields")
    func trailers() throws {
        let client = try GuardedConnection()

        client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n")
        for _ in 0..<17 { client.send("X: \(String(repeating: "a", count: 1_000))\r\n") }

        #expect(client.received().hasPrefix("HTTP/1.1 431 "))
        #expect(client.completeRequests == 0)
    }

    private func head(fields: Int) -> String {
        "GET / HTTP/1.1\r\nHost: a\r\n" + (0..<fields).map { "X\($0): a\r\n" }.joined() + "\r\n"
    }
}
