import Testing

@Suite("The Postman collection")
struct CollectionTests {
    @Test("runs from top to bottom, twice, and leaves no record behind", arguments: Engine.available)
    func run(engine: Engine) async throws {
        let database = try await engine.freshDatabase()
        try await database.makeAdmin("root", password: "Chief-0f-Staff-7")
        let server = try await database.server()
        let client = TestClient(server)
        let collection = try #require(try await client.send(TestRequest("GET", "/api/postman.json")).json)

        var first = CollectionRunner(client: client)
        let problemsAtFirst = await first.run(collection)
        var second = CollectionRunner(client: client)
        let admin = try await client.signIn("root", password: "Chief-0f-Staff-7")
        let problemsAgain = await second.run(collection, asAdministrator: admin.access)

        #expect(problemsAtFirst == [])
        #expect(problemsAgain == [])
        #expect(first.passed.count >= 36)
        #expect(second.passed.count >= first.passed.count + 6)
        let reader = try await client.register("reader")
        #expect(try await client.fetch("/api/doctors/", as: reader) == [])
    }
}
