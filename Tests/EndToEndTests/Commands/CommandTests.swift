import Foundation
import Testing

@Suite("Commands")
struct CommandTests {
    @Test("version and help tell what this is")
    func version() async throws {
        let directory = try WorkingDirectory()

        let version = try await ClinicProgram.run(["version"], in: directory)
        let help = try await ClinicProgram.run(["help"], in: directory)
        let unknown = try await ClinicProgram.run(["sreve"], in: directory)

        #expect(version.status == 0 && version.output.wholeMatch(of: /clinic \d+\.\d+\.\d+\n/) != nil)
        #expect(help.status == 0)
        for command in ["serve", "migrate", "createsuperuser", "check", "version"] {
            #expect(help.output.contains(command))
        }
        #expect(unknown.status != 0 && unknown.output == "")
    }

    @Test(
        "migrate --dry-run lists what is pending and changes nothing; migrate applies it once",
        arguments: Engine.available)
    func migrate(engine: Engine) async throws {
        let database = try await engine.freshDatabase()

        let planned = try await database.run("migrate", "--dry-run")
        let plannedAgain = try await database.run("migrate", "--dry-run")
        let unmigrated = try await database.run("serve", "--port", "0", more: ["AUTO_MIGRATE": "off"])
        let applied = try await database.run("migrate")
        let nothing = try await database.run("migrate", "--dry-run")
        let server = try await database.server(["AUTO_MIGRATE": "off"])

        #expect([planned, plannedAgain, applied, nothing].allSatisfy { $0.status == 0 })
        #expect(planned.output.hasPrefix("would apply ") && plannedAgain.output == planned.output)
        #expect(unmigrated.status != 0 && unmigrated.errors.contains("clinic migrate"))
        #expect(applied.output == planned.output.replacing("would apply", with: "applied"))
        #expect(nothing.output == "The schema is up to date.\n")
        #expect(try await TestClient(server).send(TestRequest("GET", "/readyz")).status == 200)
    }

    @Test("migrate --dry-run without any database makes neither a file nor a folder")
    func dryRunOnNothing() async throws {
        let directory = try WorkingDirectory()

        let planned = try await ClinicProgram.run(["migrate", "--dry-run"], in: directory)

        let names = try FileManager.default.contentsOfDirectory(atPath: directory.path)
        #expect(planned.status == 0 && planned.output.hasPrefix("would apply "))
        // What the command said is kept in the same folder.
        #expect(names.filter { !$0.hasPrefix("output-") && !$0.hasPrefix("errors-") } == [])
    }

    @Test("check says that all is well, or what is not and what to do", arguments: Engine.available)
    func check(engine: Engine) async throws {
        let database = try await engine.freshDatabase()

        let fine = try await database.run("check")
        let unmigrated = try await database.run("check", more: ["AUTO_MIGRATE": "off"])
        let unreachable = try await database.run(
            "check", more: ["DATABASE_URL": "postgresql://nurse:Quagga@127.0.0.1:1/clinic?connect_timeout=2"])
        try database.directory.write(String(repeating: "no database ", count: 200), to: "text.sqlite3")
        let noDatabase = try await database.run(
            "check", more: ["DATABASE_URL": "sqlite:text.sqlite3", "MIGRATION_DATABASE_URL": ""])

        #expect(fine.status == 0 && fine.output.contains("`clinic serve` will apply"))
        #expect(unmigrated.status != 0 && unmigrated.errors.contains("clinic migrate"))
        #expect(unreachable.status != 0 && !unreachable.errors.isEmpty)
        #expect(!(unreachable.errors + unreachable.output).contains("Quagga"))
        #expect(noDatabase.status != 0 && noDatabase.errors.contains("text.sqlite3"))
    }

    @Test("check says when the database cannot be made")
    func noRoom() async throws {
        let directory = try WorkingDirectory()
        try directory.write("a file", to: "file")

        let outcome = try await ClinicProgram.run(["check", "--database-url", "sqlite:file/db.sqlite3"], in: directory)

        #expect(outcome.status == 1 && outcome.errors.contains("cannot be made"))
    }

    @Test("serve names the first steps only where they would be answered")
    func greeting() async throws {
        let database = try await Engine.sqlite.freshDatabase()

        let trial = try await database.server()
        let closed = try await database.server(["REGISTRATION": "closed"])

        #expect(trial.output.contains("curl -X POST"))
        #expect(closed.output.contains("answers at") && !closed.output.contains("curl"))
    }

    @Test("serve says so when its port is taken")
    func takenPort() async throws {
        let database = try await Engine.sqlite.freshDatabase()
        let server = try await database.server()

        let second = try await database.run("serve", "--port", "\(server.port)")

        #expect(second.status != 0)
        #expect(second.errors.contains("--port"))
        #expect(try await TestClient(server).send(TestRequest("GET", "/readyz")).status == 200)
    }
}
