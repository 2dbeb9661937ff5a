import Foundation
import PostgresTestServer
import Testing

@Suite("clinic audit")
struct AuditTests {
    private static let password = "Chief-0f-Staff-7"

    @Test("after a kill all is as it was written, in the database and in an export", arguments: Engine.available)
    func kill(engine: Engine) async throws {
        let database = try await engine.freshDatabase()
        try await database.makeAdmin("root", password: Self.password)
        let server = try await database.server(["AUDIT_HEAD_SECONDS": "1"])
        let client = TestClient(server)
        let admin = try await client.signIn("root", password: Self.password)
        for _ in 0..<20 { _ = try await client.create("/api/patients/", Samples.patient(), as: admin) }
        await server.kill()

        let verified = try await database.run("audit", "verify")
        let exported = try await database.run("audit", "export")
        try database.directory.write(exported.output, to: "trail.jsonl")
        let elsewhere = try await database.verify("--export", "trail.jsonl", "--heads", "trail.jsonl")

        #expect(verified.status == 0 && verified.output.contains("All is as it was written."), "\(verified)")
        #expect(elsewhere.status == 0 && elsewhere.output.contains("All is as it was written."), "\(elsewhere)")
        #expect(exported.output.contains("account.created") && exported.output.contains("clinic-audit-head"))
    }

    @Test("a process that was killed at once cannot be removed as a whole", arguments: Engine.available)
    func killedAtOnce(engine: Engine) async throws {
        let database = try await engine.freshDatabase()
        try await database.makeAdmin("root", password: Self.password)
        let server = try await database.server(["AUDIT_HEAD_SECONDS": "86400"])
        _ = try await TestClient(server).register("visitor")
        await server.kill()
        let whole = try await database.run("audit", "verify")
        try await database.tamper(
            """
            DELETE FROM audit_events WHERE chain IN (
                SELECT chain FROM audit_events WHERE action = 'chain.started' AND request = (
                    SELECT request FROM audit_events WHERE action = 'chain.started' ORDER BY id DESC LIMIT 1))
            """)

        let verified = try await database.run("audit", "verify")

        #expect(whole.status == 0)
        #expect(verified.status == 1 && verified.output.contains("missing with at least 1 events"), "\(verified)")
    }

    @Test("what was changed in an export is found and named", arguments: Engine.available)
    func changedExport(engine: Engine) async throws {
        let database = try await engine.freshDatabase()
        try await database.makeAdmin("root", password: Self.password)
        let trail = try await database.run("audit", "export").output
        let lines = trail.split(separator: "\n")
        let texts = [
            "changed": trail.replacing("account.created", with: "account.changed"),
            "cut": lines.dropLast().joined(separator: "\n"),
            "without": lines.filter { !$0.contains("\"event") && $0.contains("clinic-audit-head") }.joined(
                separator: "\n"),
            "torn": String(trail.dropLast(20)),
        ]
        for (name, text) in texts { try database.directory.write(text, to: name) }

        let changed = try await database.verify("--export", "changed")
        let cut = try await database.verify("--export", "cut")
        let without = try await database.verify("--export", "without")
        let torn = try await database.verify("--export", "torn")

        #expect([changed, cut, without, torn].map(\.status) == [1, 1, 1, 1])
        #expect(changed.output.contains("event 2, ") && changed.output.contains("not as it was written"))
        #expect(cut.output.contains("event 2: cut off"))
        #expect(without.output.contains("missing with at least 2 events"))
        #expect(changed.output.contains("(line 3)"))
        #expect(torn.output.contains("line 3: no line of an export"))
    }

    @Test("what was changed in the database is found and named", arguments: Engine.available)
    func changedDatabase(engine: Engine) async throws {
        let database = try await engine.freshDatabase()
        try await database.makeAdmin("root", password: Self.password)
        let heads = try await database.run("audit", "heads")
        try database.directory.write("2026 clinic: \(heads.output)", to: "heads.log")
        try await database.tamper("UPDATE audit_events SET record_id = 77 WHERE action = 'account.created'")

        let verified = try await database.run("audit", "verify")
        let compared = try await database.run("audit", "verify", "--heads", "heads.log")
        let wrongKey = try await database.run(
            "audit", "verify", more: ["AUDIT_KEY": "0123456789-another-key-altogether-abcdef"])

        #expect([verified, compared, wrongKey].map(\.status) == [1, 1, 1])
        #expect(verified.output.contains("event 2, ") && verified.output.contains("not as it was written"))
        #expect(compared.output.contains("event 2, ") && !compared.output.contains("kept elsewhere"))
        #expect(wrongKey.output.contains("head 1: not as it was signed"))
    }

    @Test("a database that was not migrated is not judged", arguments: Engine.available)
    func notMigrated(engine: Engine) async throws {
        let database = try await engine.freshDatabase()

        for command in ["verify", "export", "heads"] {
            let outcome = try await database.run("audit", command)
            #expect(outcome.status == 1 && outcome.errors.contains("Run: clinic migrate"), "\(outcome)")
        }
    }

    @Test("heads are signed with the key that is shown, and a key is asked for where there is none")
    func keys() async throws {
        let database = try await Engine.sqlite.freshDatabase()
        try await database.makeAdmin("root", password: Self.password)

        let key = try await database.run("audit", "key")
        let heads = try await database.run("audit", "heads")
        let nobody = try await ClinicProgram.run(
            ["audit", "verify", "--export", "absent"], in: try WorkingDirectory(), environment: [:])

        let shown = key.output.trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(shown.wholeMatch(of: /[0-9a-f]{64}/) != nil)
        #expect(heads.output.contains("key=\(shown) "))
        #expect(nobody.status == 1 && nobody.errors.contains("AUDIT_KEY"))
    }
}

extension TestDatabase {
    /// Checks a file on a machine that has the key, and no database.
    fileprivate func verify(_ arguments: String...) async throws -> ClinicProgram.Outcome {
        try await ClinicProgram.run(
            ["audit", "verify"] + arguments, in: directory,
            environment: ["SECRET_KEY": TestDatabase.secretKey, "DATABASE_URL": "sqlite:absent/clinic.sqlite3"])
    }

    /// Changes the trail, as somebody can who owns the database.
    fileprivate func tamper(_ change: String) async throws {
        switch engine {
        case .postgres:
            try await TestPostgres.psql(url, "ALTER TABLE audit_events DISABLE TRIGGER USER; \(change)")
        case .sqlite:
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
            process.arguments = [
                self.directory.file("clinic.sqlite3"),
                "DROP TRIGGER audit_events_not_updated; DROP TRIGGER audit_events_not_deleted; \(change)",
            ]
            try #require(try await ProcessStarter.shared.runToEnd(process) == 0)
        }
    }
}
