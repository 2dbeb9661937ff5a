import Testing

@Suite("Open connections")
struct ConnectionLimitTests {
    @Test("past MAX_CONNECTIONS a client waits for an answer until another connection ends")
    func oneTooMany() async throws {
        let server = try await Engine.sqlite.freshDatabase().server(["MAX_CONNECTIONS": "2"])
        let (first, second) = (TestClient(server), TestClient(server))
        let third = TestClient(server, patience: 300)
        let request = TestRequest("GET", "/readyz")
        for client in [first, second] { #expect(try await client.send(request).status == 200) }

        try await third.write(request.bytes(port: server.port))
        // Somebody who was let in would be answered long before these are.
        for _ in 0..<50 {
            for client in [first, second] { #expect(try await client.send(request).status == 200) }
        }
        let isAnsweredEarly = try await third.hasAnswer()
        await first.disconnect()
        let answer = try await third.readAnswer()

        #expect(!isAnsweredEarly)
        #expect(answer.status == 200)
        #expect(try await second.send(request).status == 200)
        #expect(await server.stop() == 0)
    }
}
