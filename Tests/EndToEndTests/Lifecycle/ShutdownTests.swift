import Testing

@Suite("Shutdown")
struct ShutdownTests {
    @Test("a request in flight at SIGTERM is answered, nobody new is let in, and the server ends with 0")
    func requestInFlight() async throws {
        let database = try await Engine.sqlite.freshDatabase()
        let server = try await database.server()
        let visitor = try await TestClient(server).register("visitor")
        let client = TestClient(server)
        _ = try await client.fetch("/api/patients/", as: visitor)
        let bytes = TestRequest("POST", "/api/patients/", Samples.patient(), token: visitor.access).bytes(
            port: server.port)

        try await client.write(bytes.dropLast(10))
        // Once these are answered, the head has been read.
        for _ in 0..<4 { _ = try await TestClient(server).fetch("/api/patients/", as: visitor) }
        server.terminate()
        try await eventually("new connections are refused") { isRefused(server.port) }
        try await client.write(bytes.suffix(10) + TestRequest("GET", "/readyz").bytes(port: server.port))
        let answer = try await client.readAnswer()
        let readiness = try? await client.readAnswer()

        #expect(answer.status == 201)
        #expect(readiness == nil || readiness?.status == 503)
        #expect(await server.exitStatus() == 0)
        let restarted = try await database.server()
        #expect(try await TestClient(restarted).fetch("/api/patients/", as: visitor).elements?.count == 1)
    }

    @Test("connections that are kept alive do not hold it up")
    func idleConnections() async throws {
        let server = try await Engine.sqlite.freshDatabase().server()
        var idle: [TestClient] = []
        for _ in 0..<8 {
            let client = TestClient(server)
            #expect(try await client.send(TestRequest("GET", "/readyz")).status == 200)
            idle.append(client)
        }

        let start = ContinuousClock.now
        let status = await server.stop()

        #expect(status == 0)
        #expect(ContinuousClock.now - start < .seconds(15))
        #expect(try await idle[0].readToEnd() == [])
    }

    private func isRefused(_ port: Int) -> Bool {
        do {
            _ = try Socket(port: port, patience: 1)
            return false
        } catch {
            return (error as? Socket.Lost)?.isRefusal ?? false
        }
    }
}
