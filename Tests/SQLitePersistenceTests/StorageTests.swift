import Application
import Domain
import GRDB
import Synchronization
import Testing

@testable import SQLitePersistence

@Suite("A storage in SQLite")
struct StorageTests {
    @Test("is busy while another process writes, and works afterwards")
    func otherProcess() async throws {
        let file = TestFile()
        let storage = try await file.openMigrated()
        let blocker = try SQLiteTransaction(on: try SQLiteConnection.forWriting(file.settings), fewRows: 1)

        await #expect(throws: Failure.busy) { try await storage.hire() }
        let seen = try await storage.reads.doctors.list(DoctorQuery())
        blocker.rollBack()
        let house = try await storage.hire()

        #expect(seen.isEmpty)
        #expect(try await storage.reads.doctors.find(house.id) == house)
        await storage.close()
    }

    @Test("waits longer for another process when it migrates")
    func migrationOfAnother() async throws {
        let file = TestFile()
        let blocker = try SQLiteTransaction(on: try SQLiteConnection.forWriting(file.settings), fewRows: 1)
        // What a transaction draws between its tries; at the fourth number it would have given up.
        let tries = DrawnNumbers { if $0 == 4 { blocker.rollBack() } }
        let storage = try await SQLiteStorage.open(file.settings, random: tries, audit: .plain)

        let applied = try await storage.migrate(at: .noon)

        #expect(applied.count == SQLiteMigration.all.count && tries.count == 4)
        await storage.close()
    }

    @Test("turns a transaction away when too many wait, or when it waited too long", arguments: [0, 10])
    func bounded(queue: Int) async throws {
        let file = TestFile()
        var settings = file.settings
        settings.longestQueue = queue
        settings.longestWait = queue == 0 ? .seconds(600) : .milliseconds(1)
        let storage = try await SQLiteStorage.open(settings, random: NoRandomness(), audit: .plain)

        let failure: Failure? = try await storage.transaction { _ throws(Failure) in
            do throws(Failure) {
                try await storage.transaction { _ throws(Failure) in }
                return nil
            } catch {
                return error
            }
        }

        #expect(failure == .busy)
        try await storage.transaction { _ throws(Failure) in }
        await storage.close()
    }

    @Test("refuses its stores after their transaction")
    func staleStores() async throws {
        let file = TestFile()
        let storage = try await file.openMigrated()
        let stale = try await storage.transaction { stores throws(Failure) in stores }

        let after = Failure.unavailable(Fault("a store was used after its transaction ended"))
        await #expect(throws: after) { try await stale.doctors.insert(.drHouse, at: .noon) }
        await #expect(throws: after) {
            try await storage.transaction { _ throws(Failure) in
                _ = try await stale.doctors.insert(.drHouse, at: .noon)
            }
        }

        #expect(try await storage.reads.doctors.list(DoctorQuery()).isEmpty)
        await storage.close()
    }

    @Test("refuses everything once it is closed")
    func closed() async throws {
        let file = TestFile()
        let storage = try await file.openMigrated()

        await storage.close()
        await storage.close()

        let failure = Failure.unavailable(Fault("the database is closed"))
        await #expect(throws: failure) { try await storage.hire() }
        await #expect(throws: failure) { try await storage.reads.doctors.list(DoctorQuery()) }
        await #expect(throws: failure) { try await storage.checkReadiness() }
    }

    @Test("has after reopening what was committed before")
    func reopen() async throws {
        let file = TestFile()
        let first = try await file.openMigrated()
        let house = try await first.hire()
        await first.close()

        let second = try await file.open()

        try await second.checkReadiness()
        #expect(try await second.reads.doctors.find(house.id) == house)
        await second.close()
    }

    @Test("in memory keeps records, and its reads wait for the transaction")
    func memory() async throws {
        let storage = try await SQLiteStorage.open(SQLiteSettings(.memory), random: NoRandomness(), audit: .plain)
        try await storage.migrate(at: .noon)

        let reading = try await storage.transaction { stores throws(Failure) in
            let passing = try await stores.doctors.insert(.drHouse, at: .noon)
            let reading = Task { try await storage.reads.doctors.list(DoctorQuery()) }
            for _ in 0..<10 { await Task.yield() }
            try await stores.doctors.delete(passing.id, at: .noon)
            return reading
        }
        let seen = try await reading.value
        let house = try await storage.hire()

        #expect(seen.isEmpty)
        try await storage.checkReadiness()
        #expect(try await storage.reads.doctors.list(DoctorQuery()) == [house])
        await storage.close()
    }
}

extension SQLiteStorage {
    fileprivate func hire() async throws(Failure) -> Doctor {
        try await transaction { stores throws(Failure) in try await stores.doctors.insert(.drHouse, at: .noon) }
    }
}

/// Zeros, counted.
private final class DrawnNumbers: RandomSource {
    private let drawn = Mutex(0)
    private let then: @Sendable (Int) -> Void
    var count: Int { drawn.withLock { $0 } }

    init(then: @escaping @Sendable (Int) -> Void) { self.then = then }

    func bits() -> UInt128 {
        then(
            drawn.withLock {
                $0 += 1; return $0
            })
        return 0
    }
}
