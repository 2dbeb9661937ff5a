import Testing

@testable import HTTPTransport

@Suite("framing of requests")
struct FramingTests {
    @Test(
        "heads that leave in doubt where the request ends are answered by 400",
        arguments: [
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nhello",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5, 5\r\n\r\nhello",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +5\r\n\r\nhello",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0x5\r\n\r\nhello",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\nhello",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\nhello",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
            "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length : 5\r\n\r\nhello",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding\u{0B}: chunked\r\n\r\n0\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nX: a\r\n Content-Length: 5\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n",
            "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
            "GET / HTTP/2.0\r\nHost: a\r\n\r\n",
            "GET / HTTP/0.9\r\n\r\n", "GET /\r\n\r\n", "nonsense\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n", "\u{16}\u{03}\u{01}\u{02}\0",
            "GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n", "GET http://b@a/ HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET * HTTP/1.1\r\nHost: a\r\n\r\n", "CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n",
        ])
    func ambiguous(head: String) throws {
        let client = try GuardedConnection()

        client.send(head)

        #expect(client.received().hasPrefix("HTTP/1.1 400 "))
        #expect(client.requests.isEmpty)
        #expect(client.cuts == [.malformed])
    }

    @Test(
        "requests that are in order are served",
        arguments: [
            "GET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.0\r\n\r\n", "\r\nGET / HTTP/1.1\r\nhost: a\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n5;x=y\r\nhello\r\n0\r\n\r\n",
            "GET http://a/ HTTP/1.1\r\nHost: A\r\n\r\n", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
        ])
    func inOrder(request: String) throws {
        let client = try GuardedConnection()

        client.send(request)

        #expect(client.completeRequests == 1)
        #expect(client.cuts.isEmpty)
    }

    @Test(
        "a body that is malformed on its way is answered by 400, and its reader hears of it",
        arguments: ["zz\r\n", "5\r\nhelloXX", "-1\r\n", "FFFFFFFFFFFFFFFFF\r\n"])
    func malformedBody(chunk: String) throws {
        let client = try GuardedConnection()

        client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk)

        #expect(client.received().hasPrefix("HTTP/1.1 400 "))
        #expect(client.errors == [.malformed])
        #expect(client.completeRequests == 0)
    }

    @Test("a request that is malformed is answered after those before it")
    func pipelined() throws {
        let client = try GuardedConnection()

        client.send(
            "GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\nGET /3 HTTP/1.1\r\nHost: a\r\n\r\n"
        )
        let early = client.received()
        client.answer()
        let answers = client.received()

        #expect(early.isEmpty)
        #expect(client.requests == ["/1"])
        #expect(answers.hasPrefix("HTTP/1.1 200 "))
        #expect(answers.contains("HTTP/1.1 400 "))
        #expect(answers.hasSuffix(#"{"detail":"The request is not valid HTTP."}"#))
    }

    @Test("what the application writes after the last word is dropped")
    func lateAnswer() throws {
        let client = try GuardedConnection()

        client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")
        _ = client.received()
        client.answer()

        #expect(client.received().isEmpty)
    }

    @Test("a client that leaves in the middle of a body is no complete request")
    func abandoned() throws {
        let client = try GuardedConnection()

        client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhel")
        client.hangUp()

        #expect(client.errors == [.abandoned])
        #expect(client.completeRequests == 0)
        #expect(!client.isOpen)
    }
}
