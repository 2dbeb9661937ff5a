import Foundation
import Testing

@Suite struct `removeotp` {
    @Test(arguments: Engine.available) func `says what it cannot do, and changes nothing then`(
        _ engine: Engine
    ) async throws {
        let database = try await engine.freshDatabase()
        try await database.makeAdmin("root", password: "Chief-0f-Staff-7")

        let unknown = try await database.run("removeotp", "--username", "nobody")
        let without = try await database.run("removeotp", "--username", "root")

        #expect(unknown.status == 1 && unknown.errors.contains("no account with this user name"))
        #expect(without.status == 1 && without.errors.contains("no two-step sign-in"))
    }

    @Test func `makes neither a database nor a key where there is none`() async throws {
        let directory = try WorkingDirectory()

        let outcome = try await ClinicProgram.run(["removeotp", "--username", "root"], in: directory)

        #expect(outcome.status == 1 && outcome.errors.contains("There is no database at"))
        #expect(!FileManager.default.fileExists(atPath: directory.path + "/var"))
    }
}
