import Domain
import Foundation
import GRDB
import Testing

@testable import SQLitePersistence

@Suite("Migrations")
struct MigrationTests {
    @Test("are those of the folder, numbered without a gap")
    func folder() throws {
        let sources = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Adapters/SQLitePersistence/Migrations")
        try #require(FileManager.default.fileExists(atPath: sources.path), "not run in the repository")

        let files = try FileManager.default.contentsOfDirectory(atPath: sources.path).sorted()

        #expect(files == SQLiteMigration.all.map { $0.title + ".sql" })
        #expect(SQLiteMigration.all.map(\.number) == Array(1...Int64(files.count)))
        for migration in SQLiteMigration.all {
            let text = try String(contentsOf: sources.appending(path: migration.title + ".sql"), encoding: .utf8)
            #expect(migration.sql == text)
        }
    }

    @Test("are pending until they are applied, and applied once")
    func applyOnce() async throws {
        let file = TestFile()
        let storage = try await file.open()
        let titles = SQLiteMigration.all.map(\.title)

        let before = try await storage.pendingMigrations()
        let applied = try await storage.migrate(at: .noon)
        let again = try await storage.migrate(at: .noon)

        #expect(before == titles && applied == titles && again.isEmpty)
        #expect(try await storage.pendingMigrations().isEmpty)
        await storage.close()
    }

    @Test("are written down with number, name, checksum and time")
    func books() async throws {
        let file = TestFile()
        let storage = try await file.open()
        try await storage.migrate(at: .noon)
        await storage.close()

        let rows = try await DatabaseQueue(path: file.path).read { db in
            try Row.fetchAll(
                db, sql: "SELECT number, name, checksum, applied_at FROM schema_migrations ORDER BY number"
            )
            .map { ["\($0[0] as Int64)", $0[1] as String, $0[2] as String, "\($0[3] as Int64)"] }
        }

        #expect(
            rows == SQLiteMigration.all.map { ["\($0.number)", $0.name, $0.checksum, "\(Instant.noon.microseconds)"] })
    }

    @Test("that are pending make the storage unready")
    func readiness() async throws {
        let file = TestFile()
        let storage = try await file.open()

        let failure = await #expect(throws: Failure.self) { try await storage.checkReadiness() }

        #expect(failure?.isUnavailable == true)
        #expect(try await storage.pendingMigrations().count == SQLiteMigration.all.count)
        await storage.close()
    }

    @Test("that were changed after they had been applied are refused")
    func changed() async throws {
        let file = TestFile()
        await (try await file.openMigrated()).close()
        try await file.tamper("UPDATE schema_migrations SET checksum = 'other' WHERE number = 3")

        let storage = try await file.open()
        let expected = Failure.unavailable(Fault("migration 0003_doctors was changed after it had been applied"))

        await #expect(throws: expected) { try await storage.migrate(at: .noon) }
        await #expect(throws: expected) { try await storage.pendingMigrations() }
        await storage.close()
    }

    @Test("that this program does not know are refused")
    func newer() async throws {
        let file = TestFile()
        await (try await file.openMigrated()).close()
        try await file.tamper("INSERT INTO schema_migrations VALUES (999, 'reports', 'x', 0)")

        let storage = try await file.open()
        let expected = Failure.unavailable(Fault("the schema is newer than this program: migration 999 is unknown"))

        await #expect(throws: Never.self) { try await storage.checkReadiness() }
        await #expect(throws: expected) { try await storage.migrate(at: .noon) }
        await storage.close()
    }

    @Test("that fail leave nothing of themselves")
    func failing() async throws {
        let file = TestFile()
        let writer = SQLiteWriter(
            try SQLiteConnection.forWriting(file.settings), file.settings, random: NoRandomness(), chains: .plain)
        let broken = SQLiteMigration(number: 1, name: "broken", sql: "CREATE TABLE half (x); CREATE TABLE half (x);")
        let migrator = SQLiteMigrator([broken])

        await #expect(throws: Failure.self) {
            try await writer.transaction { transaction throws(Failure) in
                try await transaction.run { try migrator.apply(broken, in: $0, at: .noon) }
            }
        }

        let tables = try await writer.transaction { transaction throws(Failure) in
            try await transaction.run { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema") }
        }
        #expect(tables == 0)
        await writer.close()
    }

    @Test("started by several processes are applied once")
    func race() async throws {
        let file = TestFile()
        var storages: [SQLiteStorage] = []
        for _ in 0..<4 { storages.append(try await file.open(patience: .seconds(5))) }

        let applied = try await withThrowingTaskGroup(of: [String].self) { group in
            for storage in storages { group.addTask { try await storage.migrate(at: .noon) } }
            return try await group.reduce(into: []) { $0 += $1 }
        }

        #expect(applied.sorted() == SQLiteMigration.all.map(\.title))
        for storage in storages { await storage.close() }
    }

    @Test("have a checksum that an edit changes")
    func checksum() {
        let original = SQLiteMigration(number: 1, name: "a", sql: "CREATE TABLE a (x)")
        let edited = SQLiteMigration(number: 1, name: "a", sql: "CREATE TABLE a (y)")

        #expect(original.checksum != edited.checksum)
        #expect(original.checksum.count == 16)
        #expect(SQLiteMigration(number: 1, name: "a", sql: "").checksum == "cbf29ce484222325")
    }

    @Test("make every constraint that becomes a conflict")
    func constraintNames() async throws {
        let file = TestFile()
        await (try await file.openMigrated()).close()

        let schema = try await DatabaseQueue(path: file.path).read { db in
            try String.fetchAll(db, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL").joined(separator: "\n")
        }

        for name in [
            "accounts_username_key", "accounts_email_key", "accounts_doctor_key", "accounts_patient_key",
            "patients_email_key", "doctors_license_number_key",
            "doctors_email_key",
            "assignments_patient_doctor_key",
        ] {
            #expect(schema.contains("CREATE UNIQUE INDEX \(name) "))
            #expect(schema.components(separatedBy: "RAISE(ABORT, '\(name)')").count == 3)
        }
        for name in ["appointments_doctor_no_overlap", "appointments_patient_no_overlap"] {
            #expect(schema.components(separatedBy: "RAISE(ABORT, '\(name)')").count == 3)
        }
    }
}

extension TestFile {
    /// Does what no part of the program does.
    func tamper(_ sql: String) async throws {
        let connection = try DatabaseQueue(path: path)
        try await connection.write { try $0.execute(sql: sql) }
        try connection.close()
    }

    func open(patience: Duration) async throws -> SQLiteStorage {
        var settings = settings
        settings.busyTimeout = patience
        return try await .open(settings, random: NoRandomness(), audit: .plain)
    }
}
