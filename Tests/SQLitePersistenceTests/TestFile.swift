import Application
import Domain
import Foundation
import Synchronization

@testable import SQLitePersistence

/// A folder for one test's database.
final class TestFile: Sendable {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "clinic-\(UUID().uuidString)").path
    var path: String { folder + "/sub/clinic.sqlite" }

    /// Patient with nobody: what has to wait fails at once.
    var settings: SQLiteSettings {
        var settings = SQLiteSettings(.file(path: path))
        settings.busyTimeout = .milliseconds(5)
        return settings
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func mode(of suffix: String = "") throws -> Int? {
        let name = suffix == "/.." ? (path as NSString).deletingLastPathComponent : path + suffix
        return try FileManager.default.attributesOfItem(atPath: name)[.posixPermissions] as? Int
    }

    func open() async throws -> SQLiteStorage { try await .open(settings, random: NoRandomness(), audit: .plain) }

    func openMigrated() async throws -> SQLiteStorage {
        let storage = try await open()
        try await storage.migrate(at: Instant(microseconds: 1))
        return storage
    }

    /// Applies the first migrations only.
    func migrate(upTo number: Int64) async throws {
        let writer = SQLiteWriter(
            try SQLiteConnection.forWriting(settings), settings, random: NoRandomness(), chains: .plain)
        let migrations = SQLiteMigration.all.filter { $0.number <= number }
        let migrator = SQLiteMigrator(migrations)
        for migration in migrations {
            _ = try await writer.transaction { transaction throws(Failure) in
                try await transaction.run { try migrator.apply(migration, in: $0, at: .noon) }
            }
        }
        await writer.close()
    }
}

/// Always zero.
struct NoRandomness: RandomSource {
    func bits() -> UInt128 { 0 }
}

extension NewAccount {
    static let nurse = NewAccount(
        username: Username(stored: "nurse"), profile: Profile(email: EmailAddress(stored: "nurse@example.org")),
        role: .staff, passwordHash: PasswordHash(phc: "$hash"))
}

extension DoctorDetails {
    static let drHouse = DoctorDetails(
        firstName: PersonName(stored: "Gregory"), lastName: PersonName(stored: "House"),
        specialization: Specialization(stored: "Diagnostics"), licenseNumber: LicenseNumber(stored: "H-1"),
        phoneNumber: PhoneNumber(stored: "1"), email: EmailAddress(stored: "house@example.org"), gender: .male)
}

extension Instant {
    static let noon = Instant(microseconds: 1_756_728_000_000_000)
}
