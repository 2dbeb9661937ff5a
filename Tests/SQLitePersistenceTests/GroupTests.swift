import Application
import Domain
import Foundation
import GRDB
import Testing

@testable import SQLitePersistence

@Suite("Transactions that follow each other")
struct GroupTests {
    @Test("are kept by one commit, and see what is not committed yet")
    func oneCommit() async throws {
        let file = TestFile()
        let storage = try await file.openPatient()

        let (first, second) = try await storage.writer.twice(
            { transaction, _ throws(Failure) in try await transaction.hire() },
            { transaction, _ throws(Failure) in
                let isThere = try await !SQLiteDoctorStore(access: transaction).list(DoctorQuery()).isEmpty
                let isKept = try await !storage.reads.doctors.list(DoctorQuery()).isEmpty
                return (isThere: isThere, isKept: isKept)
            })

        let house = try first.get()
        let seen = try second.get()
        #expect(seen.isThere && !seen.isKept)
        #expect(try await storage.reads.doctors.find(house.id) == house)
        await storage.close()
    }

    @Test("are kept by one commit when the second one was on its way while the first one ran")
    func onTheWay() async throws {
        let file = TestFile()
        let storage = try await file.openPatient()
        let writer = storage.writer
        let follower = Guarded<Task<Bool, any Error>?>(nil)

        _ = try await writer.transaction { transaction throws(Failure) in
            let doctor = try await transaction.hire()
            let task: Task<Bool, any Error> = Task {
                try await writer.transaction { _ throws(Failure) in
                    try await storage.reads.doctors.list(DoctorQuery()).isEmpty
                }
            }
            follower.withLock { $0 = task }
            // Keeps the thread, so that the follower gets no further than its queue.
            while writer.thread.waiting == 0 { sched_yield() }
            return doctor
        }

        let task = try #require(follower.withLock { $0 })
        #expect(try await task.value, "the first one was committed before the second one ran")
        await storage.close()
    }

    @Test("are undone one by one, and what they note stays in one chain")
    func undoneAlone() async throws {
        let file = TestFile()
        let chains = AuditChains.plain
        let storage = try await file.openPatient(noting: chains)

        let (first, second) = try await storage.writer.twice(
            { transaction, chain throws(Failure) in
                try await SQLiteAuditStore(transaction: transaction, chain: chain).record([.something])
                return try await transaction.hire()
            },
            { transaction, chain throws(Failure) -> Bool in
                try await SQLiteAuditStore(transaction: transaction, chain: chain).record([.something])
                try await transaction.run { try $0.execute(sql: "DELETE FROM doctors") }
                throw Failure.conflict(.alreadyAssigned)
            })
        try await storage.audit.record(.something)

        let house = try first.get()
        #expect(throws: Failure.conflict(.alreadyAssigned)) { try second.get() }
        #expect(try await storage.reads.doctors.find(house.id) == house)
        // Its beginning, and two events.
        #expect(chains.takeMoved().map(\.sequence) == [3])
        await storage.close()
    }

    @Test("lose what a statement had kept before it was refused in the middle")
    func refusedInTheMiddle() async throws {
        let file = TestFile()
        let storage = try await file.openPatient(noting: .plain)
        _ = try await storage.writer.transaction { transaction throws(Failure) in
            try await transaction.run { try $0.execute(sql: GroupTests.refusingDeletions) }
        }

        let (first, second) = try await storage.writer.twice(
            { transaction, chain throws(Failure) in
                try await SQLiteAuditStore(transaction: transaction, chain: chain).record([.something])
                return try await transaction.hire()
            },
            { transaction, chain throws(Failure) -> Bool in
                let events: [AuditEvent] = [.something, .somethingDeleted, .something]
                try await SQLiteAuditStore(transaction: transaction, chain: chain).record(events)
                return true
            })
        try await storage.audit.record(.something)

        _ = try first.get()
        #expect(throws: Failure.self) { try second.get() }
        let noted = try await storage.reads.audit.list(AuditQuery()).map(\.entry.action)
        #expect(noted.filter { $0 == AuditAction.doctorRead.rawValue }.count == 2)
        #expect(!noted.contains(AuditAction.doctorDeleted.rawValue))
        await storage.close()
    }

    private static let refusingDeletions = """
        CREATE TRIGGER no_deletions BEFORE INSERT ON audit_events WHEN NEW.action = '\(AuditAction.doctorDeleted.rawValue)'
        BEGIN SELECT RAISE(FAIL, 'refused'); END
        """

    @Test("are all told of a commit that failed, and none is kept")
    func failedCommit() async throws {
        let file = TestFile()
        let storage = try await file.openPatient()

        let (first, second) = try await storage.writer.twice(
            { transaction, _ throws(Failure) in try await transaction.hire() },
            { transaction, _ throws(Failure) in
                try await transaction.run { db in
                    try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
                    try db.execute(sql: GroupTests.orphan)
                }
                return true
            })

        let failure = Failure.unavailable(Fault("SQLite 787 (constraint failed)"))
        #expect(throws: failure) { try first.get() }
        #expect(throws: failure) { try second.get() }
        #expect(try await storage.reads.doctors.list(DoctorQuery()).isEmpty)
        await storage.close()
    }

    @Test("are lost together when SQLite undoes them all, and the next one works")
    func lost() async throws {
        let file = TestFile()
        let storage = try await file.openPatient()

        let (first, second) = try await storage.writer.twice(
            { transaction, _ throws(Failure) in try await transaction.hire() },
            { transaction, _ throws(Failure) in
                try await transaction.run { try $0.execute(sql: "ROLLBACK") }
                return true
            })
        let later = try await storage.writer.transaction { transaction throws(Failure) in try await transaction.hire() }

        #expect(throws: Failure(sqlite: SQLiteFault.lostWithAnother)) { try first.get() }
        #expect(throws: Failure(sqlite: SQLiteFault.transactionIsOver)) { try second.get() }
        #expect(try await storage.reads.doctors.list(DoctorQuery()) == [later])
        await storage.close()
    }

    private static let orphan = """
        INSERT INTO sessions (id, account_id, started_at, expires_at)
        VALUES ('00000000000000000000000000000001', 77, 0, 1)
        """
}

extension TestFile {
    /// A storage whose commits wait for whoever follows, on a busy machine too.
    fileprivate func openPatient(noting chains: AuditChains = .plain) async throws -> SQLiteStorage {
        var settings = settings
        settings.longestGroup = .seconds(600)
        let storage = try await SQLiteStorage.open(settings, random: NoRandomness(), audit: chains)
        try await storage.migrate(at: .noon)
        return storage
    }
}

extension SQLiteWriter {
    /// Two transactions, of which the second one waits when the first one ends.
    fileprivate func twice<First: Sendable, Second: Sendable>(
        _ first: @escaping @Sendable (SQLiteTransaction, ChainWriter) async throws(Failure) -> First,
        _ second: @escaping @Sendable (SQLiteTransaction, ChainWriter) async throws(Failure) -> Second
    ) async throws -> (Result<First, any Error>, Result<Second, any Error>) {
        let follower = Guarded<Task<Second, any Error>?>(nil)
        let leader = Task {
            try await transaction { transaction, chain throws(Failure) in
                let result = try await first(transaction, chain)
                let task: Task<Second, any Error> = Task { try await self.transaction(second) }
                follower.withLock { $0 = task }
                while load.waiting == 0 { await Task.yield() }
                return result
            }
        }
        let outcome = await leader.result
        let second = try #require(follower.withLock { $0 })
        return (outcome, await second.result)
    }
}

extension SQLiteTransaction {
    fileprivate func hire() async throws(Failure) -> Doctor {
        try await SQLiteDoctorStore(access: self).insert(.drHouse, at: .noon)
    }
}

extension AuditEvent {
    fileprivate static var something: AuditEvent { AuditEvent(.doctorRead, from: .unknown, at: .noon) }
    fileprivate static var somethingDeleted: AuditEvent { AuditEvent(.doctorDeleted, from: .unknown, at: .noon) }
}
