import Application
import Domain
import Foundation
import GRDB
import Testing

@testable import SQLitePersistence

@Suite("Readers")
struct ReaderTests {
    @Test("do not begin what has waited too long")
    func longWait() async throws {
        let file = TestFile()
        await (try await file.openMigrated()).close()
        var settings = file.settings
        settings.longestWait = .seconds(-1)
        let readers = SQLiteReaders(try SQLiteConnection.allForReading(settings), settings)

        await #expect(throws: Failure.busy) { try await readers.run { _ in Issue.record("was begun") } }
        await #expect(throws: Failure.busy) { try await readers.runLong { _ in Issue.record("was begun") } }

        readers.stop()
        await readers.ended()
    }

    @Test("answer what was asked for before anybody waited, and see what was committed before it was asked")
    func asked() async throws {
        let file = TestFile()
        let storage = try await file.openMigrated()
        let readers = try #require(storage.readers)
        let count: @Sendable (Database) throws -> Int? = { try Int.fetchOne($0, sql: "SELECT count(*) FROM doctors") }
        let before = readers.ask(count)
        let none = try await before()

        _ = try await storage.transaction { stores throws(Failure) in
            try await stores.doctors.insert(.drHouse, at: .noon)
        }
        let answers = (1...100).map { _ in readers.ask(count) }

        #expect(none == 0)
        for answer in answers {
            let seen = try await answer()
            #expect(seen == 1)
        }
        await storage.close()
    }

    @Test("share a view when they wait together, and the next ones take another")
    func together() async throws {
        let file = TestFile()
        let storage = try await file.openMigrated()
        let readers = try #require(storage.readers)
        let isHeld = DispatchSemaphore(value: 0)
        let count: @Sendable (Database) throws -> Int? = { try Int.fetchOne($0, sql: "SELECT count(*) FROM doctors") }

        let isShared: @Sendable (Database) throws -> Int? = { $0.isInsideTransaction ? 1 : 0 }
        let holding = readers.ask { _ in
            isHeld.wait()
            return true
        }
        let sharing = [count, isShared, count].map { readers.ask($0) }
        isHeld.signal()
        _ = try await holding()
        var seen: [Int?] = []
        for answer in sharing { seen.append(try await answer()) }
        let alone = try await readers.run { db in db.isInsideTransaction }

        #expect(seen == [0, 1, 0])
        #expect(!alone)
        await storage.close()
    }
}
