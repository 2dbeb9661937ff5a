import Application
import Domain
import GRDB
import Synchronization
import Testing

@testable import SQLitePersistence

@Suite("When SQLite fails")
struct FaultTests {
    @Test("a commit that is refused keeps nothing, is no success, and the next transaction works")
    func failedCommit() async throws {
        let file = TestFile()
        let storage = try await file.openMigrated()
        let writer = SQLiteWriter(
            try SQLiteConnection.forWriting(file.settings), file.settings, random: NoRandomness(), chains: .plain)

        let failure = await #expect(throws: Failure.self) {
            try await writer.transaction { transaction throws(Failure) in
                try await transaction.run { db in
                    try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
                    try db.execute(sql: FaultTests.orphan)
                }
            }
        }

        #expect(failure == .unavailable(Fault("SQLite 787 (constraint failed)")))
        let sessions = try await writer.transaction { transaction throws(Failure) in
            try await transaction.run { try Int.fetchOne($0, sql: "SELECT count(*) FROM sessions") }
        }
        #expect(sessions == 0)
        _ = try await storage.transaction { stores throws(Failure) in
            try await stores.doctors.insert(.drHouse, at: .noon)
        }
        await writer.close()
        await storage.close()
    }

    @Test("a full disk keeps nothing, and the next transaction works")
    func fullDisk() async throws {
        let file = TestFile()
        await (try await file.openMigrated()).close()
        let writer = SQLiteWriter(
            try SQLiteConnection.forWriting(file.settings), file.settings, random: NoRandomness(), chains: .plain)
        try await writer.write("CREATE TABLE blobs (x)")
        try await writer.write("PRAGMA max_page_count = 1")

        let failure = await #expect(throws: Failure.self) {
            try await writer.transaction { transaction throws(Failure) in
                try await transaction.run { try $0.execute(sql: "INSERT INTO blobs VALUES (1)") }
                try await transaction.run { try $0.execute(sql: "INSERT INTO blobs VALUES (randomblob(1000000))") }
            }
        }

        #expect(failure?.isUnavailable == true)
        try await writer.write("PRAGMA max_page_count = 1000000")
        try await writer.write("INSERT INTO blobs VALUES (2)")
        let kept = try await writer.transaction { transaction throws(Failure) in
            try await transaction.run { try Int.fetchAll($0, sql: "SELECT x FROM blobs") }
        }
        #expect(kept == [2])
        await writer.close()
    }

    @Test("the outcome of a commit is unknown only when the disk failed")
    func unknownOutcome() {
        let failed = Failure(sqliteCommit: DatabaseError(resultCode: .SQLITE_IOERR_FSYNC))
        let refused = Failure(sqliteCommit: DatabaseError(resultCode: .SQLITE_CONSTRAINT_FOREIGNKEY))

        #expect(failed == .unavailable(Fault("SQLite 1034 (disk I/O error)", outcomeUnknown: true)))
        #expect(refused == .unavailable(Fault("SQLite 787 (constraint failed)")))
        #expect(Failure(sqliteCommit: DatabaseError(resultCode: .SQLITE_BUSY)) == .busy)
    }

    @Test("a constraint that is not one of ours is a fault, and its message stays here")
    func unknownConstraint() async throws {
        let file = TestFile()
        let storage = try await file.openMigrated()
        let tooLong = DoctorDetails.drHouse.licensed(String(repeating: "secret", count: 20))

        let failure = await #expect(throws: Failure.self) {
            try await storage.transaction { stores throws(Failure) in
                try await stores.doctors.insert(tooLong, at: .noon)
            }
        }

        #expect(failure == .unavailable(Fault("SQLite 275 (constraint failed)")))
        await storage.close()
    }

    @Test("a unique index without its trigger is a fault, never a guess")
    func indexAlone() async throws {
        let file = TestFile()
        await (try await file.openMigrated()).close()
        try await file.tamper("DROP TRIGGER doctors_unique_on_insert")
        let storage = try await file.open()
        let insert: @Sendable (Stores) async throws(Failure) -> Doctor = { stores throws(Failure) in
            try await stores.doctors.insert(.drHouse, at: .noon)
        }
        _ = try await storage.transaction(insert)

        let failure = await #expect(throws: Failure.self) { try await storage.transaction(insert) }

        #expect(failure?.isUnavailable == true)
        await storage.close()
    }

    @Test("an appointment of nobody is a fault")
    func orphans() async throws {
        let file = TestFile()
        let storage = try await file.openMigrated()
        let nobody = try #require(AccountID(9))
        let details = PatientDetails(
            firstName: PersonName(stored: "Ann"), lastName: PersonName(stored: "A"),
            dateOfBirth: BirthDate(stored: Instant.noon.date), gender: .female, phoneNumber: PhoneNumber(stored: "1"))

        let failure = await #expect(throws: Failure.self) {
            try await storage.transaction { stores throws(Failure) in
                try await stores.patients.insert(details, by: nobody, at: .noon)
            }
        }

        #expect(failure == .unavailable(Fault("SQLite 787 (constraint failed)")))
        await storage.close()
    }

    private static let orphan = """
        INSERT INTO sessions (id, account_id, started_at, expires_at)
        VALUES ('00000000000000000000000000000001', 77, 0, 1)
        """
}

extension SQLiteWriter {
    fileprivate func write(_ sql: String) async throws(Failure) {
        try await transaction { transaction throws(Failure) in
            try await transaction.run { try $0.execute(sql: sql) }
        }
    }
}

extension DoctorDetails {
    fileprivate func licensed(_ license: String) -> DoctorDetails {
        var copy = self
        copy.licenseNumber = LicenseNumber(stored: license)
        return copy
    }
}
