import Testing

@Suite("createsuperuser")
struct CreateSuperuserTests {
    private static let password = "Chief-0f-Staff-7"

    @Test("it makes an administrator who sees everybody's records", arguments: Engine.available)
    func administrator(engine: Engine) async throws {
        let database = try await engine.freshDatabase()
        try await database.makeAdmin("root", password: Self.password)
        let client = TestClient(try await database.server())
        let visitor = try await client.register("visitor")
        let patient = try await client.create("/api/patients/", Samples.patient(), as: visitor)

        let admin = try await client.signIn("root", password: Self.password)
        let other = try await client.register("bystander")
        let seen = try await client.fetch("/api/patients/\(patient)/", as: admin)
        let hidden = try await client.send(TestRequest("GET", "/api/patients/\(patient)/", token: other.access))

        #expect(seen["id"] == .number(patient))
        #expect(hidden.status == 404)
    }

    @Test("it names all that is wrong, shows no password and makes no account")
    func refusals() async throws {
        let database = try await Engine.sqlite.freshDatabase()
        try await database.makeAdmin("root", password: Self.password)
        try database.directory.write("12345\n", to: "weak")
        try database.directory.write("\(Self.password)\n", to: "good")

        let weak = try await create(database, "second root", "no-address", "weak")
        let taken = try await create(database, "ROOT", "other@example.org", "good")
        let takenEmail = try await create(database, "other", "ROOT@example.org", "good")
        let noFile = try await create(database, "other", "other@example.org", "absent")
        let nobody = try await database.run("createsuperuser", "--username", "other")

        #expect([weak, taken, takenEmail, noFile, nobody].allSatisfy { $0.status != 0 && !$0.errors.isEmpty })
        for field in ["username", "email", "password"] { #expect(weak.errors.contains(field)) }
        #expect(
            taken.errors.contains("username: A user with that username already exists.")
                && takenEmail.errors.contains("email: "))
        #expect(noFile.errors.contains("absent") && nobody.errors.contains("--password-file"))
        for outcome in [weak, taken, takenEmail, noFile, nobody] {
            #expect(!(outcome.errors + outcome.output).contains("12345"))
            #expect(!(outcome.errors + outcome.output).contains(Self.password))
        }
        let client = TestClient(try await database.server())
        let signIn = TestRequest("POST", "/api/token/", ["username": "other", "password": .string(Self.password)])
        #expect(try await client.send(signIn).status == 401)
    }

    private func create(
        _ database: TestDatabase, _ name: String, _ email: String, _ file: String
    ) async throws -> ClinicProgram.Outcome {
        try await database.run("createsuperuser", "--username", name, "--email", email, "--password-file", file)
    }
}
