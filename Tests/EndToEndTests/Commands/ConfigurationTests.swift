import Foundation
import Testing

@Suite("Configuration of a running program")
struct ConfigurationTests {
    @Test("without DEBUG a missing key and every other fault stop the start, all in one report")
    func allProblems() async throws {
        let directory = try WorkingDirectory()

        let outcome = try await ClinicProgram.run(
            ["serve"], in: directory,
            environment: [
                "DEBUG": "False", "PORT": "many", "DB_USER": "nurse", "LOG_LEVEL": "loud", "REGISTRATION": "perhaps",
            ])

        #expect(outcome.status != 0)
        for key in ["SECRET_KEY", "ALLOWED_HOSTS", "PORT", "DB_USER", "LOG_LEVEL", "REGISTRATION"] {
            #expect(outcome.errors.contains(key))
        }
        #expect(outcome.output == "")
    }

    @Test(
        "without DEBUG a weak key stops the start and is not shown",
        arguments: ["short-Quagga", "changeme-changeme-Quagga-changeme"])
    func weakKey(key: String) async throws {
        let outcome = try await ClinicProgram.run(
            ["check"], in: try WorkingDirectory(),
            environment: ["DEBUG": "False", "ALLOWED_HOSTS": "clinic.example", "SECRET_KEY": key])

        #expect(outcome.status != 0)
        #expect(outcome.errors.contains("SECRET_KEY"))
        #expect(!(outcome.errors + outcome.output).contains("Quagga"))
    }

    @Test("without DEBUG a strong key and a host are enough, and only that host is served")
    func production() async throws {
        let server = try await ServerProcess.start(
            in: try WorkingDirectory(),
            environment: ["DEBUG": "False", "ALLOWED_HOSTS": "clinic.example", "SECRET_KEY": TestDatabase.secretKey])
        let client = TestClient(server)
        var named = TestRequest("GET", "/readyz")
        named.host = "clinic.example"

        #expect(try await client.send(named).status == 200)
        #expect(try await client.send(TestRequest("GET", "/readyz")).status == 400)
    }

    @Test("an unknown key in .env or of one of our families stops the start with a suggestion")
    func unknownKeys() async throws {
        let directory = try WorkingDirectory()
        try directory.write("SECRET_KYE=abc\nPORT=0\n", to: ".env")

        let inFile = try await ClinicProgram.run(["serve"], in: directory)
        let inEnvironment = try await ClinicProgram.run(
            ["serve"], in: try WorkingDirectory(), environment: ["DB_NAMES": "x"])
        let foreign = try await ClinicProgram.run(["check"], in: try WorkingDirectory(), environment: ["EDITOR": "ed"])

        #expect(
            inFile.status != 0 && inFile.errors.contains("Did you mean SECRET_KEY?") && inFile.errors.contains("line 1")
        )
        #expect(inEnvironment.status != 0 && inEnvironment.errors.contains("Did you mean DB_NAME?"))
        #expect(foreign.status == 0)
    }

    @Test(".env yields to the environment, and both to flags")
    func precedence() async throws {
        let directory = try WorkingDirectory()
        try directory.write("REGISTRATION=closed\nMAX_BODY_BYTES=1024\n", to: ".env")
        let long = TestRequest("POST", "/api/auth/login/", ["username": .string(String(repeating: "x", count: 3000))])

        let fromFile = TestClient(try await ServerProcess.start(in: directory))
        let register = TestRequest("POST", "/api/auth/register/", ["username": "x"])
        let statuses = [try await fromFile.send(register).status, try await fromFile.send(long).status]
        let fromAll = TestClient(
            try await ServerProcess.start(
                in: directory, environment: ["REGISTRATION": "open", "MAX_BODY_BYTES": "2048"],
                arguments: ["--set", "MAX_BODY_BYTES=65536"]))
        let later = [try await fromAll.send(register).status, try await fromAll.send(long).status]

        #expect(statuses == [403, 413])
        #expect(later == [400, 400])
    }

    @Test("the key that was made on the first start is kept, readable by its owner only, and tokens stay good")
    func madeKey() async throws {
        let directory = try WorkingDirectory()
        let first = try await ServerProcess.start(in: directory)
        let visitor = try await TestClient(first).register("visitor")
        let made = directory.text(of: "var/secret_key")
        _ = await first.stop()

        let second = try await ServerProcess.start(in: directory)
        let profile = try await TestClient(second).fetch("/api/auth/profile/", as: visitor)
        let attributes = try FileManager.default.attributesOfItem(atPath: directory.file("var/secret_key"))

        #expect(profile["username"] == "visitor")
        #expect(made.utf8.count >= 32 && directory.text(of: "var/secret_key") == made)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(!second.log.contains(made) && !second.output.contains(made))
    }

    @Test("servers that start for the first time at the same time make one key")
    func oneKey() async throws {
        for _ in 0..<5 {
            let directory = try WorkingDirectory()
            async let one = ServerProcess.start(in: directory)
            async let two = ServerProcess.start(in: directory)
            async let three = ServerProcess.start(in: directory)
            let clients = [TestClient(try await one), TestClient(try await two), TestClient(try await three)]

            let visitor = try await clients[0].register("visitor")

            for client in clients {
                #expect(try await client.fetch("/api/auth/profile/", as: visitor)["username"] == "visitor")
            }
        }
    }
}
