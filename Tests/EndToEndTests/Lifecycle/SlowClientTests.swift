import Testing

@Suite("Slow clients")
struct SlowClientTests {
    @Test("a client that sends half a head is cut, and others are served meanwhile")
    func halfHead() async throws {
        // Whoever has sent no byte by then is cut without a word: time enough between connecting and writing.
        let server = try await Engine.sqlite.freshDatabase().server(["HEAD_TIMEOUT_SECONDS": "5"])
        let slow = TestClient(server, patience: 300)

        try await slow.write(Array("GET /readyz HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ".utf8))
        let meanwhile = try await TestClient(server).send(TestRequest("GET", "/readyz"))
        let farewell = String(decoding: try await slow.readToEnd(), as: UTF8.self)

        #expect(meanwhile.status == 200)
        #expect(farewell.hasPrefix("HTTP/1.1 408 "))
        #expect(await server.stop() == 0)
    }

    @Test("a client that sends half a body is cut, and nothing of it is kept")
    func halfBody() async throws {
        let server = try await Engine.sqlite.freshDatabase().server(["REQUEST_TIMEOUT_SECONDS": "1"])
        let visitor = try await TestClient(server).register("visitor")
        let slow = TestClient(server, patience: 300)
        let bytes = TestRequest("POST", "/api/patients/", Samples.patient(), token: visitor.access).bytes(
            port: server.port)

        try await slow.write(bytes.dropLast(20))
        let farewell = String(decoding: try await slow.readToEnd(), as: UTF8.self)

        #expect(farewell.hasPrefix("HTTP/1.1 408 "))
        #expect(try await TestClient(server).fetch("/api/patients/", as: visitor) == [])
        #expect(await server.stop() == 0)
    }
}
