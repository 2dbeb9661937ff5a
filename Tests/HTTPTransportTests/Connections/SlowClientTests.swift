import NIOCore
import Testing

@testable import HTTPTransport

@Suite("slow clients")
struct SlowClientTests {
    @Test("who says nothing is left after ten seconds, without a word")
    func silent() throws {
        let client = try GuardedConnection()

        client.pass(.seconds(9))
        let wasOpen = client.isOpen
        client.pass(.seconds(1))

        #expect(wasOpen)
        #expect(!client.isOpen)
        #expect(client.received().isEmpty)
        #expect(client.cuts.isEmpty)
    }

    @Test("a head that takes ten seconds is answered by 408")
    func slowHead() throws {
        let client = try GuardedConnection()

        for letter in "GET / HTT" {
            client.send(String(letter))
            client.pass(.seconds(1))
        }
        let early = client.received()
        client.send("P")
        client.pass(.seconds(1))

        #expect(early.isEmpty)
        let answer = client.received()
        #expect(answer.hasPrefix("HTTP/1.1 408 "))
        #expect(answer.contains("\r\nx-request-id: cut-request\r\n"))
        #expect(client.cuts == [.slowHead])
        #expect(client.requests.isEmpty)
    }

    @Test("who asks before sending a body is bidden to go on")
    func expectation() throws {
        let client = try GuardedConnection()

        client.send("POST /1 HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n")
        let bidden = client.received()
        client.send("{}")
        client.answer()

        #expect(bidden == "HTTP/1.1 100 Continue\r\n\r\n")
        #expect(client.received().hasPrefix("HTTP/1.1 200 "))
        #expect(client.completeRequests == 1)
    }

    @Test("who asks before sending a body that is too large is told so, and not bidden")
    func expectationTooLarge() throws {
        let client = try GuardedConnection()

        client.send("POST /1 HTTP/1.1\r\nHost: a\r\nContent-Length: 1048577\r\nExpect: 100-continue\r\n\r\n")
        let bidden = client.received()
        client.answer()
        let answer = client.received()
        client.send("GET /2 HTTP/1.1\r\nHost: a\r\n\r\n")
        client.pass(.seconds(2))

        #expect(bidden.isEmpty)
        #expect(answer.contains("\r\nconnection: close\r\n"))
        #expect(client.requests == ["/1"])
        #expect(!client.isOpen)
    }

    @Test("a body has its time from the end of the answers before it")
    func bodyBehindLongAnswer() throws {
        let client = try GuardedConnection()

        client.send("GET /1 HTTP/1.1\r\nHost: a\r\n\r\n")
        client.send("POST /2 HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{")
        client.pass(.minutes(2))
        let early = client.received()
        client.answer()
        client.pass(.seconds(4))
        let isOpen = client.isOpen
        client.pass(.seconds(30))

        #expect(early.isEmpty && isOpen)
        #expect(client.received().contains("HTTP/1.1 408 "))
        #expect(client.cuts == [.slowBody])
    }

    @Test("the head of a later request has its own ten seconds")
    func laterHead() throws {
        let client = try GuardedConnection()

        client.send("GET /1 HTTP/1.1\r\nHost: a\r\n\r\n")
        client.answer()
        _ = client.received()
        client.pass(.seconds(50))
        client.send("GET /2 HTTP/1.1\r\n")
        client.pass(.seconds(9))
        let early = client.received()
        client.pass(.seconds(1))

        #expect(early.isEmpty)
        #expect(client.received().hasPrefix("HTTP/1.1 408 "))
        #expect(client.cuts == [.slowHead])
    }

    @Test("between requests a client may wait a minute")
    func idle() throws {
        let client = try GuardedConnection()

        client.send("GET /1 HTTP/1.1\r\nHost: a\r\n\r\n")
        client.answer()
        client.pass(.seconds(59))
        let wasOpen = client.isOpen
        client.pass(.seconds(1))

        #expect(wasOpen)
        #expect(!client.isOpen)
        #expect(client.cuts.isEmpty)
    }

    @Test("a client is not blamed for the time that the application takes")
    func slowApplication() throws {
        let client = try GuardedConnection()

        client.send("GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HT")
        client.pass(.minutes(5))
        client.answer()
        client.pass(.seconds(9))
        client.send("TP/1.1\r\nHost: a\r\n\r\n")

        #expect(client.isOpen)
        #expect(client.requests == ["/1", "/2"])
        #expect(client.cuts.isEmpty)
    }

    @Test("a request that takes thirty seconds as a whole is answered by 408, and its reader hears of it")
    func slowRequest() throws {
        let client = try GuardedConnection()

        client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n")
        for _ in 0..<29 {
            client.send(String(repeating: "x", count: 2_000))
            client.pass(.seconds(1))
        }
        let early = client.received()
        client.pass(.seconds(1))

        #expect(early.isEmpty)
        #expect(client.received().hasPrefix("HTTP/1.1 408 "))
        #expect(client.cuts == [.slowRequest])
        #expect(client.errors == [.slowRequest])
        #expect(client.completeRequests == 0)
    }

    @Test("a body below the least rate is cut after five seconds of grace")
    func slowBody() throws {
        let client = try GuardedConnection()

        client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nx")
        client.pass(.seconds(5))
        let early = client.received()
        client.pass(.seconds(1))

        #expect(early.isEmpty)
        #expect(client.received().hasPrefix("HTTP/1.1 408 "))
        #expect(client.cuts == [.slowBody])
    }

    @Test("a body at the least rate is served")
    func steadyBody() throws {
        let client = try GuardedConnection()

        client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 20480\r\n\r\n")
        for _ in 0..<20 {
            client.pass(.seconds(1))
            client.send(String(repeating: "x", count: 1_024))
        }

        #expect(client.completeRequests == 1)
        #expect(client.cuts.isEmpty)
    }

    @Test("who was answered before the end of a body is left without a second answer")
    func answeredEarly() throws {
        let client = try GuardedConnection()

        client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nx")
        client.answer()
        _ = client.received()
        client.pass(.seconds(6))

        #expect(client.received().isEmpty)
        #expect(!client.isOpen)
        #expect(client.cuts == [.slowBody])
    }

    @Test("an answer that has begun is finished before a slow body is cut")
    func answerUnderWay() throws {
        let client = try GuardedConnection()

        client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nx")
        client.beginAnswer()
        client.pass(.seconds(6))
        let wasOpen = client.isOpen
        client.endAnswer()

        #expect(wasOpen)
        #expect(!client.isOpen)
        #expect(client.received().hasPrefix("HTTP/1.1 200 "))
        #expect(client.cuts == [.slowBody])
    }

    @Test("who was told of a fault has two seconds to read it")
    func farewell() throws {
        let client = try GuardedConnection()

        client.send("nonsense\r\n\r\n")
        let told = client.received()
        client.send("more nonsense\r\n")
        client.pass(.seconds(3))

        #expect(told.hasPrefix("HTTP/1.1 400 "))
        #expect(client.received().isEmpty)
        #expect(!client.isOpen)
    }
}
