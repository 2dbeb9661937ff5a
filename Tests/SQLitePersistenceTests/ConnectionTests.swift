import Domain
import Foundation
import GRDB
import Testing

@testable import SQLitePersistence

@Suite("A connection")
struct ConnectionTests {
    @Test("for writing is durable, keeps references, and writes ahead")
    func writing() throws {
        let file = TestFile()

        let connection = try SQLiteConnection.forWriting(file.settings)

        #expect(try connection.pragma("synchronous") == "2")
        #expect(try connection.pragma("foreign_keys") == "1")
        #expect(try connection.pragma("journal_mode") == "wal")
        #expect(try connection.pragma("busy_timeout") == "5")
    }

    @Test("for reading writes nothing")
    func reading() throws {
        let file = TestFile()
        let writer = try SQLiteConnection.forWriting(file.settings)
        let reader = try SQLiteConnection.forReading(file.settings)

        #expect(throws: DatabaseError.self) {
            try reader.writeWithoutTransaction { try $0.execute(sql: "CREATE TABLE x (y)") }
        }

        #expect(try reader.pragma("journal_mode") == "wal")
        try writer.close()
    }

    @Test("makes a file and a folder that nobody else can read")
    func mode() async throws {
        let file = TestFile()

        let storage = try await file.openMigrated()

        #expect(try file.mode() == 0o600)
        #expect(try file.mode(of: "-wal") == 0o600)
        #expect(try file.mode(of: "-shm") == 0o600)
        #expect(try file.mode(of: "/..") == 0o700)
        await storage.close()
    }

    @Test("to a database that others can read is refused")
    func existingMode() async throws {
        let file = TestFile()
        await (try await file.openMigrated()).close()
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)

        await #expect(throws: Failure.unavailable(Fault(SQLiteFault.fileIsShared.summary))) { try await file.open() }

        #expect(try file.mode() == 0o644)
    }

    @Test("to a folder or to what is no database changes neither its mode nor its contents", arguments: [true, false])
    func nothingOfOurs(isFolder: Bool) async throws {
        let file = TestFile()
        await (try await file.open()).close()
        try FileManager.default.removeItem(atPath: file.path)
        if isFolder {
            try FileManager.default.createDirectory(atPath: file.path, withIntermediateDirectories: false)
        } else {
            try Data("somebody's list\n".utf8).write(to: URL(filePath: file.path))
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)

        await #expect(throws: Failure.self) { try await file.open() }

        #expect(try file.mode() == 0o755)
        if !isFolder { #expect(try String(contentsOfFile: file.path, encoding: .utf8) == "somebody's list\n") }
    }

    @Test("to what is no database is refused")
    func noDatabase() async throws {
        let file = TestFile()
        await (try await file.open()).close()
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file.path + suffix) }
        try Data(repeating: 65, count: 4096).write(to: URL(filePath: file.path))

        let failure = await #expect(throws: Failure.self) { try await file.open() }

        #expect(failure?.isUnavailable == true)
    }

    @Test("to a place that cannot be is refused")
    func noPlace() async throws {
        let settings = SQLiteSettings(.file(path: "/proc/nowhere/clinic.sqlite"))

        let failure = await #expect(throws: Failure.self) {
            try await SQLiteStorage.open(settings, random: NoRandomness(), audit: .plain)
        }

        #expect(failure?.isUnavailable == true)
    }
}

extension DatabaseQueue {
    func pragma(_ name: String) throws -> String? {
        try unsafeRead { try String.fetchOne($0, sql: "PRAGMA \(name)") }
    }
}

extension Failure {
    var isUnavailable: Bool {
        guard case .unavailable = self else { return false }
        return true
    }
}
