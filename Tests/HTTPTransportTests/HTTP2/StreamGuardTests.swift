import HTTPTypes
import NIOCore
import NIOHTTPTypes
import Testing

@testable import HTTPTransport

@Suite("requests of HTTP/2")
struct StreamGuardTests {
    @Test("a body that comes too slowly is answered by 408, and its reader hears of it")
    func slowBody() throws {
        let client = try GuardedStream()

        client.ask()
        client.send(100)
        client.pass(.seconds(5))
        let early = client.received()
        client.pass(.seconds(2))

        #expect(early.status == nil)
        #expect(client.received().status == 408)
        #expect(client.cuts == [.slowBody])
        #expect(client.errors == [.slowBody])
    }

    @Test("a request that takes half a minute is answered by 408, however much has come")
    func slowRequest() throws {
        let client = try GuardedStream()

        client.ask()
        for _ in 0..<30 {
            client.send(2_000)
            client.pass(.seconds(1))
        }
        client.pass(.seconds(1))

        #expect(client.received().status == 408)
        #expect(client.cuts == [.slowRequest])
        #expect(!client.isOpen)
    }

    @Test("a client is not blamed for the time that the application takes")
    func slowApplication() throws {
        let client = try GuardedStream()

        client.ask()
        client.endRequest()
        client.pass(.minutes(5))
        client.answer()

        #expect(client.received().status == 200)
        #expect(client.cuts.isEmpty)
    }

    @Test("an answer that is not taken for thirty seconds is given up; a long one may take longer")
    func stalled() throws {
        let short = try GuardedStream()
        let long = try GuardedStream()

        for client in [short, long] {
            client.ask(.get)
            client.endRequest()
        }
        short.answer(bytes: 1_000, isTaken: false)
        long.answer(bytes: 3_000_000, isTaken: false)
        for client in [short, long] { client.pass(.seconds(31)) }
        let isLongOpen = long.isOpen
        long.pass(.seconds(60))

        #expect(!short.isOpen && isLongOpen && !long.isOpen)
        #expect(short.cuts == [.stalledAnswer])
    }

    @Test("a client is not blamed for the time between the parts of an answer")
    func slowParts() throws {
        let client = try GuardedStream()

        client.ask(.get)
        client.endRequest()
        client.channel.writeAndFlush(HTTPResponsePart.head(HTTPResponse(status: .ok)), promise: nil)
        for _ in 0..<3 {
            client.channel.writeAndFlush(HTTPResponsePart.body(ByteBuffer(string: "part")), promise: nil)
            client.pass(.minutes(2))
        }
        let isOpen = client.isOpen
        client.channel.write(HTTPResponsePart.body(ByteBuffer(string: "part")), promise: nil)
        client.pass(.seconds(31))

        #expect(isOpen && !client.isOpen)
        #expect(client.cuts == [.stalledAnswer])
    }

    @Test("what the application answers to a request that was cut is dropped")
    func lateAnswer() throws {
        let client = try GuardedStream()

        client.ask(.get, "*")
        let refusal = client.received()
        client.answer()

        #expect(refusal.status == 400)
        #expect(refusal.body == #"{"detail":"The request is not valid HTTP."}"#)
        #expect(client.received().status == nil)
    }

    @Test("a head that names its host in two ways, or no path, is answered by 400")
    func ambiguous() throws {
        let heads: [(HTTPRequest.Method, String?, String?, [(String, String)])] = [
            (.get, "/", nil, []), (.get, nil, "a", []), (.get, "", "a", []), (.get, "a", "a", []), (.get, "*", "a", []),
            (.get, "http://b/", "a", []), (.connect, nil, "a:1", []), (.get, "/", "a", [("host", "b")]),
            (.get, "/", "a", [("host", "a"), ("host", "b")]),
        ]

        for (method, path, authority, fields) in heads {
            let client = try GuardedStream()
            client.ask(method, path, authority: authority, fields)
            #expect(client.received().status == 400, "\(method) \(path ?? "-") \(authority ?? "-")")
            #expect(client.requests == 0)
        }
    }

    @Test("heads that are in order reach the application")
    func inOrder() throws {
        let heads: [(HTTPRequest.Method, String, [(String, String)])] = [
            (.get, "/", []), (.options, "*", []), (.get, "/?a=b", [("host", "A")]),
        ]

        for (method, path, fields) in heads {
            let client = try GuardedStream()
            client.ask(method, path, fields)
            #expect(client.requests == 1)
            #expect(client.cuts.isEmpty)
        }
    }

    @Test("heads that are too large are answered by 414 and 431")
    func sizes() throws {
        let target = try GuardedStream()
        let count = try GuardedStream()
        let bytes = try GuardedStream()

        target.ask(.get, "/" + String(repeating: "a", count: 8_192))
        count.ask(.get, "/", (0...100).map { ("x-\($0)", "a") })
        bytes.ask(.get, "/", [("x", String(repeating: "a", count: 16_384))])

        #expect([target, count, bytes].map { $0.received().status } == [414, 431, 431])
        #expect([target, count, bytes].allSatisfy { $0.requests == 0 })
    }
}
