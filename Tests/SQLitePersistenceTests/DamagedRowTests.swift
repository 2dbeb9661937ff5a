import Application
import Domain
import Testing

@testable import SQLitePersistence

@Suite struct `A row that holds what it cannot hold` {
    @Test(
        arguments: [
            ("created_at", .min), ("updated_at", -62_135_596_800_000_001), ("created_at", 253_402_300_800_000_000),
            ("updated_at", .max), ("consultation_fee", -1),
        ] as [(String, Int64)])
    func `is a fault that names the column`(column: String, number: Int64) async throws {
        let file = TestFile()
        let (storage, doctor) = try await file.openWithADoctor()
        try await file.tamper("PRAGMA ignore_check_constraints = ON; UPDATE doctors SET \(column) = \(number)")

        await #expect(throws: Failure.unavailable(Fault(SQLiteFault.unreadableColumn(column).summary))) {
            try await storage.reads.doctors.find(doctor)
        }
        await storage.close()
    }

    @Test(
        arguments: [
            ("advanced_at", "UPDATE sessions SET generation = 1, advanced_at = -9223372036854775808"),
            ("last_sign_in_at", "UPDATE accounts SET last_sign_in_at = 9223372036854775807"),
            ("times", "UPDATE sign_in_tallies SET times = '12,9223372036854775807'"),
            ("times", "UPDATE sign_in_tallies SET times = '12,x'"),
        ]) func `is a fault that names the column, of an account, a session or a tally, too`(
            column: String, damage: String
        ) async throws
    {
        let file = TestFile()
        let storage = try await file.openMigrated()
        let account = try await storage.transaction { stores throws(Failure) in
            let account = try await stores.accounts.insert(.nurse, at: .noon).id
            try await stores.sessions.insert(Session(id: .own, account: account, startedAt: .noon, expiresAt: .later))
            try await stores.throttle.keep(FailureTally([.noon]), under: .own, until: .later)
            return account
        }
        try await file.tamper(damage)

        await #expect(throws: Failure.unavailable(Fault(SQLiteFault.unreadableColumn(column).summary))) {
            _ = try await storage.reads.sessions.find(.own, account: account, at: .noon)
            _ = try await storage.reads.accounts.find(account)
            _ = try await storage.reads.throttle.tallies(of: [.own], at: .noon)
        }
        await storage.close()
    }

    @Test(arguments: [-62_135_596_800_000_000, 253_402_300_799_999_999] as [Int64])
    func `is none at the ends of the calendar`(time: Int64) async throws {
        let file = TestFile()
        let (storage, doctor) = try await file.openWithADoctor()
        try await file.tamper("UPDATE doctors SET created_at = \(time)")

        let found = try await storage.reads.doctors.find(doctor)

        #expect(found?.createdAt.microseconds == time)
        await storage.close()
    }
}

extension SessionID {
    fileprivate static let own = SessionID(bits: 7)
}

extension ThrottleKey {
    fileprivate static let own = ThrottleKey("own")
}

extension Instant {
    fileprivate static let later = noon.adding(minutes: 30)
}

extension TestFile {
    fileprivate func openWithADoctor() async throws -> (SQLiteStorage, DoctorID) {
        let storage = try await openMigrated()
        let doctor = try await storage.transaction { stores throws(Failure) in
            try await stores.doctors.insert(.drHouse, at: .noon)
        }
        return (storage, doctor.id)
    }
}
