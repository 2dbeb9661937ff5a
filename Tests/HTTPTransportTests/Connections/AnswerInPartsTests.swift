import HTTPTypes
import NIOCore
import Testing

@testable import HTTPTransport

@Suite struct `An answer in parts` {
    private static let get = "GET /long HTTP/1.1\r\nHost: localhost\r\n\r\n"
    private static let head = FinishedAnswer(
        Answer(
            status: .ok,
            rest: AnswerParts([], beginning: ByteBuffer(), end: ByteBuffer()) { _ in ByteBuffer() }),
        named: "r", isHead: false, nil)

    private static func ofLength(_ bytes: Int) -> FinishedAnswer {
        var answer = head
        answer.length = bytes
        return answer
    }

    @Test func `is one chunk for each part`() throws {
        let connection = try GuardedConnection()
        connection.send(Self.get)

        connection.begin(Self.head)
        connection.guardian.writePart(ByteBuffer(string: String(repeating: "x", count: 20)))
        connection.guardian.writeEnd()

        let text = connection.received()
        #expect(
            text.hasPrefix(
                "HTTP/1.1 200 OK\r\nX-Request-ID: r\r\ndate: now\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "5\r\nfirst\r\n14\r\nx"))
        #expect(text.hasSuffix("x\r\n0\r\n\r\n"))
        #expect(connection.isOpen)
    }

    @Test func `that is the last ends the connection`() throws {
        let connection = try GuardedConnection()
        connection.send("GET /long HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")

        connection.begin(Self.head)
        connection.guardian.writeEnd()
        connection.pass(.seconds(3))

        #expect(connection.received().contains("\r\nconnection: close\r\n"))
        #expect(!connection.isOpen)
    }

    @Test func `that breaks off has no end`() throws {
        let connection = try GuardedConnection()
        connection.send(Self.get)

        connection.begin(Self.head)
        connection.guardian.breakOff()
        connection.guardian.writePart(ByteBuffer(string: "second"))
        connection.guardian.writeEnd()
        connection.pass(.seconds(1))

        #expect(connection.received().hasSuffix("\r\n\r\n5\r\nfirst\r\n"))
        #expect(!connection.isOpen)
    }

    @Test func `whose length is known has that, and no chunks`() throws {
        let connection = try GuardedConnection()
        connection.send(Self.get)

        connection.begin(Self.ofLength(11))
        connection.guardian.writePart(ByteBuffer(string: "second"))
        connection.guardian.writeEnd()

        #expect(connection.received().hasSuffix("\r\nContent-Length: 11\r\n\r\nfirstsecond"))
        #expect(connection.isOpen)
    }

    @Test(arguments: [10, 12]) func `that has another length than it said breaks off`(length: Int) throws {
        let connection = try GuardedConnection()
        connection.send(Self.get)

        connection.begin(Self.ofLength(length))
        connection.guardian.writePart(ByteBuffer(string: "second"))
        connection.guardian.writeEnd()
        connection.pass(.seconds(1))

        #expect(!connection.isOpen)
        #expect(connection.cuts.isEmpty)
    }

    @Test func `is not broken by what the client does meanwhile`() throws {
        let connection = try GuardedConnection()
        connection.send(Self.get)

        connection.begin(Self.head)
        connection.send("GET /again HTTP/1.1\r\nno host\r\n\r\n")
        connection.guardian.writePart(ByteBuffer(string: "second"))
        connection.guardian.writeEnd()

        let text = connection.received()
        #expect(text.contains("5\r\nfirst\r\n6\r\nsecond\r\n0\r\n\r\n"))
        #expect(connection.cuts == [.malformed])
    }
}

extension GuardedConnection {
    fileprivate func begin(_ answer: FinishedAnswer) {
        guardian.writeHead(of: answer, date: "now")
        guardian.writePart(ByteBuffer(string: "first"))
    }
}
