import Application
import Domain
import Foundation
import Logging
import OpenSSLTokens
import SQLitePersistence

/// A storage that can be opened, brought up to date and closed.
protocol Database: Storage, StorageStateReader {
    /// Names of the migrations that are still to be applied, in order.
    func pendingMigrations() async throws(Failure) -> [String]

    /// Applies what is pending and returns the names of what was applied.
    @discardableResult
    func migrate(at now: Instant) async throws(Failure) -> [String]

    /// Whether the database keeps the program itself from what it did not ask to see, and from changing the audit trail;
    /// `nil` for one that knows no roles.
    func isConfined() async throws(Failure) -> Bool?

    /// Waits for what is under way and closes all connections.
    func close() async
}

extension SQLiteStorage: Database {
    func isConfined() -> Bool? { nil }
}

extension Configuration {
    /// Opens the database; migrates nothing.
    ///
    /// - Parameter audit: the chains in which what happens is noted.
    /// - Throws: `StartFailure` that says what to do.
    func openDatabase(audit: AuditChains, logger: Logger) async throws -> any Database {
        switch database {
        case .sqlite(let path):
            do {
                return try await SQLiteStorage.open(
                    SQLiteSettings(.file(path: path)), random: OpenSSLRandomSource(), audit: audit, logger: logger)
            } catch {
                throw StartFailure(
                    "The database \(path) cannot be opened (\(error.summary)). It has to be a SQLite file that you may write."
                )
            }
        case .postgres(let connection):
            return try await openPostgres(connection, audit: audit, logger: logger)
        }
    }

    /// False for a SQLite file that is not there.
    var hasDatabase: Bool {
        guard case .sqlite(let path) = database else { return true }
        return FileManager.default.fileExists(atPath: path)
    }

    /// A SQLite file that is not there can be made: the nearest folder on its way that exists may be written.
    ///
    /// - Throws: `StartFailure` when it may not.
    func expectRoomForDatabase() throws {
        guard !hasDatabase, case .sqlite(let path) = database else { return }
        var folder = URL(filePath: path).deletingLastPathComponent()
        while !FileManager.default.fileExists(atPath: folder.path), folder.pathComponents.count > 1 {
            folder.deleteLastPathComponent()
        }
        // Only below a folder one can be made.
        guard (try? folder.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true,
            FileManager.default.isWritableFile(atPath: folder.path)
        else {
            throw StartFailure(
                "The database \(path) cannot be made: \(folder.path) is no folder that you may write to.")
        }
    }

    /// For commands that change what is there: in another folder than the server's they would find nothing.
    ///
    /// - Throws: `StartFailure` when the database is a SQLite file that does not exist.
    func expectDatabase() throws {
        guard !hasDatabase, case .sqlite(let path) = database else { return }
        throw StartFailure(
            "There is no database at \(path). Run this in the folder where the server runs, or name its database with --database-url."
        )
    }

    /// Opens the database for somebody who only looks: a missing SQLite file is not made, and counts as empty.
    ///
    /// - Throws: as `openDatabase`.
    func openDatabaseToLook(logger: Logger) async throws -> any Database {
        guard !hasDatabase else { return try await openDatabase(audit: .ofNobody(), logger: logger) }
        return try await SQLiteStorage.open(
            SQLiteSettings(.memory), random: OpenSSLRandomSource(), audit: .ofNobody())
    }
}

extension Failure {
    /// What an operator should read of a failure.
    var summary: String {
        switch self {
        case .unavailable(let fault): fault.summary
        case .busy: "busy"
        case .unreadable, .invalid, .notFound, .conflict, .notSignedIn, .throttled, .dutyFirst, .notAllowed, .outdated,
            .retried:
            "\(self)"
        }
    }
}
