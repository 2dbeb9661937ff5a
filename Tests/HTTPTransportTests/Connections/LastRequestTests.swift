import NIOCore
import Testing

@testable import HTTPTransport

@Suite struct `The last request of a connection` {
    @Test(arguments: [
        "GET /1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET /1 HTTP/1.1\r\nHost: a\r\nConnection: Close\r\n\r\n",
        "GET /1 HTTP/1.1\r\nHost: a\r\nConnection: keep-alive , CLOSE\r\n\r\n",
        "GET /1 HTTP/1.1\r\nHost: a\r\nConnection: keep-alive\r\nConnection: close\r\n\r\n",
        "GET /1 HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: h2c\r\n\r\n",
        "GET /1 HTTP/1.0\r\nHost: a\r\n\r\n",
        "GET /1 HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n",
    ]) func `is answered as such, nothing behind it is read, and a client that stays is left`(head: String) throws {
        let client = try GuardedConnection()

        client.send(head + "GET /2 HTTP/1.1\r\nHost: a\r\n\r\n")
        client.answer()
        let answer = client.received()
        client.send("GET /3 HTTP/1.1\r\nHost: a\r\n\r\n")
        client.pass(.seconds(3))

        #expect(client.requests == ["/1"])
        #expect(answer.hasPrefix("HTTP/1.1 200 ") && answer.contains("\r\nconnection: close\r\n"))
        #expect(client.received().isEmpty)
        #expect(client.cuts.isEmpty)
        #expect(!client.isOpen)
    }

    @Test(arguments: ["keep-alive", "close-notify", "x-close", "\"close\""])
    func `is not one that only resembles it`(options: String) throws {
        let client = try GuardedConnection()

        client.send("GET /1 HTTP/1.1\r\nHost: a\r\nConnection: \(options)\r\n\r\n")
        client.answer()
        let answer = client.received()
        client.send("GET /2 HTTP/1.1\r\nHost: a\r\n\r\n")
        client.pass(.seconds(3))

        #expect(!answer.contains("close"))
        #expect(client.requests == ["/1", "/2"])
        #expect(client.isOpen)
    }

    @Test func `waits for the answers to those before it`() throws {
        let client = try GuardedConnection()

        client.send(
            "GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\nnonsense\r\n\r\n")
        client.answer()
        let first = client.received()
        client.pass(.seconds(100))
        client.answer()
        let second = client.received()
        client.pass(.seconds(3))

        #expect(first.hasPrefix("HTTP/1.1 200 ") && !first.contains("close"))
        #expect(second.hasPrefix("HTTP/1.1 200 ") && second.contains("\r\nconnection: close\r\n"))
        #expect(client.received().isEmpty)
        #expect(client.cuts.isEmpty)
        #expect(!client.isOpen)
    }

    @Test func `ends the connection though its body never comes`() throws {
        let client = try GuardedConnection()

        client.send("POST /1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 1000000\r\n\r\n")
        client.answer()
        for _ in 0..<3 {
            client.send("x")
            client.pass(.seconds(1))
        }

        #expect(client.received().contains("\r\nconnection: close\r\n"))
        #expect(!client.isOpen)
    }

    @Test func `is the next one when the server stops, and nobody waits long for it`() throws {
        let (quiet, asking) = (try GuardedConnection(), try GuardedConnection())

        quiet.stop()
        asking.stop()
        asking.send("GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\n")
        asking.pass(.seconds(20))
        let isWaitedFor = asking.isOpen
        asking.answer()
        let answer = asking.received()
        quiet.pass(.seconds(3))
        asking.pass(.seconds(3))

        #expect(isWaitedFor && answer.contains("\r\nconnection: close\r\n"))
        #expect(asking.requests == ["/1"])
        #expect(!quiet.isOpen && !asking.isOpen)
        #expect(quiet.cuts.isEmpty && asking.cuts.isEmpty)
    }

    @Test func `is the one that is under way when the server stops`() throws {
        let client = try GuardedConnection()

        client.send("GET /1 HTTP/1.1\r\nHost: a\r\n\r\n")
        client.stop()
        client.answer()
        let answer = client.received()
        client.pass(.seconds(3))

        #expect(answer.contains("\r\nconnection: close\r\n"))
        #expect(!client.isOpen)
    }
}
