import Testing

@Suite("Recorded exchanges")
struct RecordedExchangesTests {
    @Test(
        "every recorded request is answered as recorded, on an empty database and on a filled one",
        arguments: Engine.available)
    func replay(engine: Engine) async throws {
        let recording = try Recording("native.public")
        let database = try await engine.freshDatabase()
        try await database.makeAdmin("root", password: "Chief-0f-Staff-7")
        let server = try await database.server()
        let client = TestClient(server)

        var onEmpty = RecordingPlayer(
            client: client, suffix: "bfgj", admin: "root", adminPassword: "Chief-0f-Staff-7",
            secretKey: TestDatabase.secretKey)
        let failuresOnEmpty = await onEmpty.play(recording)
        var onFilled = RecordingPlayer(
            client: client, suffix: "mquv", admin: "root", adminPassword: "Chief-0f-Staff-7",
            secretKey: TestDatabase.secretKey)
        let failuresOnFilled = await onFilled.play(recording)

        #expect(recording.steps.count == 284)
        #expect(failuresOnEmpty == [])
        #expect(failuresOnFilled == [])
        #expect(await server.stop() == 0)
    }
}
