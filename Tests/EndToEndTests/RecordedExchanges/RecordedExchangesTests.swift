import Testing

@Suite("Recorded exchanges")
struct RecordedExchangesTests {
    @Test(
        "every recorded request is answered as recorded, on an empty database and on a filled one",
        arguments: Engine.available, Contract.all)
    func replay(engine: Engine, contract: Contract) async throws {
        let recording = try Recording(contract.recording)
        let database = try await engine.freshDatabase()
        try await database.makeAdmin("root", password: "Chief-0f-Staff-7")
        let server = try await database.server()
        let client = TestClient(server)

        var onEmpty = RecordingPlayer(
            client: client, prefix: contract.prefix, suffix: "bfgj", admin: "root", adminPassword: "Chief-0f-Staff-7",
            secretKey: TestDatabase.secretKey)
        let failuresOnEmpty = await onEmpty.play(recording)
        var onFilled = RecordingPlayer(
            client: client, prefix: contract.prefix, suffix: "mquv", admin: "root", adminPassword: "Chief-0f-Staff-7",
            secretKey: TestDatabase.secretKey)
        let failuresOnFilled = await onFilled.play(recording)

        #expect(recording.steps.count == contract.steps)
        #expect(failuresOnEmpty == [])
        #expect(failuresOnFilled == [])
        #expect(await server.stop() == 0)
    }
}

/// A contract that clients know, and where it is served.
struct Contract: Sendable, CustomTestStringConvertible {
    let recording: String
    let prefix: String
    let steps: Int

    static let all = [
        Contract(recording: "native.public", prefix: "", steps: 284),
        Contract(recording: "hospital.public", prefix: "/hospital", steps: 80),
    ]

    var testDescription: String { recording }
}
