import HTTPTypes
import NIOCore
import Testing

@testable import HTTPTransport

@Suite struct `A whole answer` {
    private static let get = "GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n"

    private static func saying(_ text: String, _ fields: HTTPFields = [:]) -> FinishedAnswer {
        FinishedAnswer(
            Answer(status: .ok, headers: fields, body: ByteBuffer(string: text)), named: "r", isHead: false, nil)
    }

    private static func bytes(of text: String, _ field: String = "") -> String {
        "HTTP/1.1 200 OK\r\n\(field)X-Request-ID: r\r\ndate: now\r\nContent-Length: \(text.utf8.count)\r\n\r\n\(text)"
    }

    @Test func `is as it was when the client takes it after the next ones were written`() throws {
        let connection = try GuardedConnection()
        let texts = [
            "first", String(repeating: "2", count: 3_000), "third", String(repeating: "4", count: 70_000), "5",
        ]

        for text in texts {
            connection.send(Self.get)
            connection.guardian.writeWhole(Self.saying(text), date: "now")
        }

        #expect(connection.received() == texts.map { Self.bytes(of: $0) }.joined())
    }

    @Test func `is shorter than the one before where that is taken already`() throws {
        let connection = try GuardedConnection()
        for text in [String(repeating: "1", count: 2_000), "short"] {
            connection.send(Self.get)
            connection.guardian.writeWhole(Self.saying(text), date: "now")

            #expect(connection.received() == Self.bytes(of: text))
        }
    }

    @Test func `leaves its memory to the next one when it is short`() throws {
        let connection = try GuardedConnection()
        connection.send(Self.get)
        connection.guardian.writeWhole(Self.saying("short"), date: "now")
        let kept = connection.guardian.spareBytes.capacity

        connection.send(Self.get)
        connection.guardian.writeWhole(Self.saying(String(repeating: "l", count: 60_000)), date: "now")

        #expect((1...4_096).contains(kept) && connection.guardian.spareBytes.capacity <= 4_096)
    }

    @Test(arguments: [1, 300, 480, 20_000]) func `has room for fields of any length`(length: Int) throws {
        let connection = try GuardedConnection()
        let place = "/" + String(repeating: "é", count: length)
        connection.send(Self.get)

        connection.guardian.writeWhole(Self.saying("", [.location: place]), date: "now")

        #expect(connection.received() == Self.bytes(of: "", "Location: \(place)\r\n"))
    }
}
