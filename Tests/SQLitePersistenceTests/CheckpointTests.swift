import Application
import Domain
import Foundation
import GRDB
import Logging
import Synchronization
import Testing

@testable import SQLitePersistence

@Suite("A checkpoint")
struct CheckpointTests {
    @Test("keeps the log short while people read and write")
    func bounded() async throws {
        let file = TestFile()
        let writer = try file.writer()
        let reader = try SQLiteConnection.forReading(file.settings)

        var longest = 0
        for number in 0..<40 {
            // Somebody reads what was then, until so many have written.
            #expect(try reader.beginReading() == number * 10)
            for _ in 0..<5 { try await writer.add() }
            try reader.endReading()
            for _ in 0..<5 { try await writer.add() }
            longest = max(longest, try file.logLength())
        }

        // 400 commits of five pages and more; the writer waits for the thread after 64.
        #expect(longest < 200)
        try reader.close()
        await writer.close()
        #expect(try file.blobs() == 400)
    }

    @Test("cuts the file of a log that had to grow because somebody read for long")
    func cut() async throws {
        let file = TestFile()
        let writer = try file.writer()
        let reader = try SQLiteConnection.forReading(file.settings)
        _ = try reader.beginReading()
        for _ in 0..<100 { try await writer.add() }
        let grown = try file.logLength()

        try reader.endReading()
        for _ in 0..<40 { try await writer.add() }

        #expect(grown > 500)
        #expect(try file.logLength() < 200)
        try reader.close()
        await writer.close()
    }

    @Test("that fails fails no transaction, is told, and is tried again")
    func failing() async throws {
        let file = TestFile()
        let (failures, told) = (Counter(3), LogOfTests())
        let writer = try file.writer(
            logger: told.logger,
            copy: { db in
                guard failures.isOver() else { throw DatabaseError(resultCode: .SQLITE_FULL) }
                return try SQLiteCheckpoints.passive(db)
            })

        for _ in 0..<100 { try await writer.add() }

        #expect(told.lines == Array(repeating: "SQLite 13 (database or disk is full)", count: 3))
        #expect(try file.logLength() < 200)
        await writer.close()
        #expect(try file.blobs() == 100)
    }

    @Test("that could not be brought to the disk is the last one, and the log is left to the next start")
    func unsynced() async throws {
        let file = TestFile()
        let tries = Mutex(0)
        let told = LogOfTests()
        let writer = try file.writer(
            logger: told.logger,
            copy: { _ in
                tries.withLock { $0 += 1 }
                throw DatabaseError(resultCode: .SQLITE_IOERR_FSYNC)
            })

        for _ in 0..<100 { try await writer.add() }
        await writer.close()

        #expect(tries.withLock { $0 } == 1)
        #expect(told.lines == ["SQLite 1034 (disk I/O error)", "none"])
        #expect(try file.logLength() > 500)
        #expect(try file.blobs() == 100)
    }

    @Test("of another process at the same time is no failure")
    func busy() async throws {
        let file = TestFile()
        let told = LogOfTests()
        let writer = try file.writer(logger: told.logger, copy: { _ in throw DatabaseError(resultCode: .SQLITE_BUSY) })

        for _ in 0..<40 { try await writer.add() }

        #expect(told.lines == [])
        await writer.close()
    }

    @Test("leaves behind what a kill may find: all that was committed")
    func killed() async throws {
        let file = TestFile()
        let writer = try file.writer()

        for number in 1...40 {
            try await writer.add()
            #expect(try file.blobsAfterKill() == number)
        }

        await writer.close()
    }

    @Test("leaves no log behind when the database is closed")
    func closed() async throws {
        let file = TestFile()
        let storage = try await file.openMigrated()
        for _ in 0..<20 { try await storage.transaction { _ throws(Failure) in } }
        #expect(FileManager.default.fileExists(atPath: file.path + "-wal"))

        await storage.close()

        #expect(!FileManager.default.fileExists(atPath: file.path + "-wal"))
        #expect(!FileManager.default.fileExists(atPath: file.path + "-shm"))
    }

    @Test("is made by two processes that write to the same file")
    func twoProcesses() async throws {
        let file = TestFile()
        let writer = try file.writer()
        let other = try file.writer()

        for _ in 0..<50 {
            try await writer.add()
            try await other.add()
        }

        #expect(try file.logLength() < 200)
        await writer.close()
        await other.close()
        #expect(try file.blobs() == 100)
    }

    @Test("for which no connection can be opened is told, and tried again")
    func noConnection() async throws {
        let file = TestFile()
        let (failures, told) = (Counter(3), LogOfTests())
        let writer = try file.writer(
            logger: told.logger,
            open: { settings in
                guard failures.isOver() else { throw DatabaseError(resultCode: .SQLITE_CANTOPEN) }
                return try SQLiteConnection.forCheckpoints(settings)
            })

        for _ in 0..<100 { try await writer.add() }

        #expect(told.lines == Array(repeating: "SQLite 14 (unable to open database file)", count: 3))
        #expect(try file.logLength() < 200)
        await writer.close()
    }

    @Test("waits for the disk, on a connection of its own")
    func connection() throws {
        let file = TestFile()
        let writer = try SQLiteConnection.forWriting(file.settings)

        let connection = try SQLiteConnection.forCheckpoints(file.settings)

        #expect(try connection.pragma("synchronous") == "2")
        try connection.close()
        try writer.close()
    }
}
