import Testing

@testable import HTTPTransport

@Suite("HTTP/2 over TLS", .serialized)
struct HTTP2ServerTests {
    typealias Bytes = HTTP2Bytes

    @Test("a hundred requests on one connection are all answered")
    func manyAtOnce() async throws {
        try await RunningServer.run { server in
            let numbers = (0..<100).map { $0 * 2 + 1 }

            let outcome = try await TLSClient(server, "h2").exchange(
                Bytes.hello + numbers.flatMap { Bytes.request($0) }
            ) { Bytes.frames(in: $0).count { $0.kind == .data && $0.payload.isEmpty == false } == 100 }

            let answers = try Bytes.answers(in: outcome.received)
            #expect(numbers.allSatisfy { answers[$0]?[":status"] == "200" })
        }
    }

    @Test("who floods is left, and others are served", arguments: HTTP2Flood.all)
    func flood(flood: HTTP2Flood) async throws {
        try await RunningServer.run { server in
            let flooding = try await TLSClient(server, "h2").exchange(Bytes.hello + flood.bytes)
            let other = try await TLSClient(server, "h2").exchange(Bytes.hello + Bytes.request(1)) {
                Bytes.frames(in: $0).contains { $0.kind == .data }
            }

            #expect(flooding.isEndedByServer)
            #expect(try Bytes.answers(in: other.received)[1]?[":status"] == "200")
        }
    }

    @Test("heads that HTTP/2 does not allow never reach the application")
    func malformed() async throws {
        let heads: [[(String, String)]] = [
            Bytes.head("POST", "/api/auth/login/", [("transfer-encoding", "chunked")]),
            Bytes.head("GET", "/healthz", [("connection", "close")]), Bytes.head("GET", "/healthz", [("Upper", "a")]),
            Bytes.head("GET", "/healthz", [("a", "b\r\nc: d")]), Bytes.head("GET", "/healthz", [(":path", "/")]),
            Bytes.head("GET", "/healthz", [("content-length", "5")]), Bytes.head("GET", "/healthz", [("a b", "c")]),
            [(":method", "GET"), (":scheme", "https"), (":authority", "localhost")],
            [(":method", "GET"), (":authority", "localhost"), (":path", "/healthz")],
        ]

        try await RunningServer.run { server in
            for head in heads {
                let outcome = try await TLSClient(server, "h2").exchange(Bytes.hello + Bytes.request(1, head)) {
                    !Bytes.resets(in: $0).isEmpty || Bytes.farewell(in: $0) != nil
                        || (try? Bytes.answers(in: $0))?[1] != nil
                }
                let status = try Bytes.answers(in: outcome.received)[1]?[":status"]
                #expect(status == nil || status == "400", "\(head)")
            }
        }
    }

    @Test("a host that is not the one of the address is 400, and so is one that is not served")
    func hosts() async throws {
        try await RunningServer.run { server in
            let heads = [
                Bytes.head("GET", "/healthz", [("host", "evil.example")]),
                [(":method", "GET"), (":scheme", "https"), (":authority", "evil.example"), (":path", "/healthz")],
            ]
            for head in heads {
                let outcome = try await TLSClient(server, "h2").exchange(Bytes.hello + Bytes.request(1, head)) {
                    Bytes.frames(in: $0).contains { $0.kind == .data }
                }
                #expect(try Bytes.answers(in: outcome.received)[1]?[":status"] == "400")
            }
        }
    }

    @Test("a body that does not come is answered by 408, and the connection goes on")
    func slowBody() async throws {
        try await RunningServer.run {
            $0.requestTimeoutSeconds = 1
        } _: { server in
            let slow = Bytes.request(1, Bytes.head("POST", "/api/auth/login/"), flags: Bytes.endHeaders)

            let outcome = try await TLSClient(server, "h2").exchange(Bytes.hello + slow) {
                (try? Bytes.answers(in: $0))?[1] != nil
            }

            #expect(try Bytes.answers(in: outcome.received)[1]?[":status"] == "408")
        }
    }

    @Test("a connection is kept while a request is under way, however slow it is")
    func requestUnderWay() async throws {
        try await RunningServer.run {
            $0.headTimeoutSeconds = 1
            $0.requestTimeoutSeconds = 4
        } _: { server in
            let slow = Bytes.request(3, Bytes.head("POST", "/api/auth/login/"), flags: Bytes.endHeaders)

            let outcome = try await TLSClient(server, "h2").exchange(Bytes.hello + Bytes.request(1) + slow) {
                (try? Bytes.answers(in: $0))?[3] != nil
            }

            let answers = try Bytes.answers(in: outcome.received)
            #expect(answers[1]?[":status"] == "200" && answers[3]?[":status"] == "408")
        }
    }

    @Test("who sends nothing more gets all answers, and then the end")
    func hangUp() async throws {
        try await RunningServer.run { server in
            let numbers = (0..<20).map { $0 * 2 + 1 }
            var client = TLSClient(server, "h2")
            client.hangsUp = true

            let outcome = try await client.exchange(Bytes.hello + numbers.flatMap { Bytes.request($0) })

            let answers = try Bytes.answers(in: outcome.received)
            #expect(numbers.allSatisfy { answers[$0]?[":status"] == "200" })
            #expect(Bytes.frames(in: outcome.received).count { $0.kind == .data && !$0.payload.isEmpty } == 20)
            #expect(outcome.isEndedByServer)
        }
    }

    @Test("a request that HTTP/2 does not allow ends by itself, and others on its connection go on")
    func oneMalformed() async throws {
        try await RunningServer.run { server in
            let first = Bytes.request(1, Bytes.head("POST", "/api/auth/login/"), flags: Bytes.endHeaders)
            let wrong = Bytes.request(3, Bytes.head("GET", "/healthz", [("connection", "close")]))
            let rest = Bytes.frame(.data, flags: Bytes.endStream, stream: 1, Array("{}".utf8))

            let outcome = try await TLSClient(server, "h2").exchange(Bytes.hello + first + wrong + rest) {
                (try? Bytes.answers(in: $0))?[1] != nil
            }

            #expect(Bytes.resets(in: outcome.received) == [3])
            #expect(try Bytes.answers(in: outcome.received)[1]?[":status"] == "415")
        }
    }

    @Test("a connection on which nothing is asked ends")
    func silent() async throws {
        try await RunningServer.run {
            $0.headTimeoutSeconds = 1
        } _: { server in
            let outcome = try await TLSClient(server, "h2").exchange(Bytes.hello)

            #expect(outcome.isEndedByServer)
            #expect(Bytes.farewell(in: outcome.received) == 0)
        }
    }
}
