import Testing

@Suite("The Postman collection")
struct CollectionTests {
    @Test("runs from top to bottom, twice, and leaves no record behind", arguments: Engine.available)
    func run(engine: Engine) async throws {
        let database = try await engine.freshDatabase()
        let server = try await database.server()
        let client = TestClient(server)
        let collection = try #require(try await client.send(TestRequest("GET", "/api/postman.json")).json)

        var first = CollectionRunner(client: client)
        let problemsAtFirst = await first.run(collection)
        var second = CollectionRunner(client: client)
        let problemsAgain = await second.run(collection)

        #expect(problemsAtFirst == [])
        #expect(problemsAgain == [])
        #expect(first.passed.count >= 36)
        let reader = try await client.register("reader")
        #expect(try await client.fetch("/api/doctors/", as: reader) == [])
    }
}
