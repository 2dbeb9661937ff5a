import Application
import Domain
import Foundation
import GRDB
import Logging
import Synchronization

@testable import SQLitePersistence

extension TestFile {
    /// A writer whose log is copied often, with a table of blobs.
    func writer(
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
        open: @escaping @Sendable (SQLiteSettings) throws -> DatabaseQueue = SQLiteConnection.forCheckpoints,
        copy: @escaping SQLiteCheckpoints.Copy = SQLiteCheckpoints.passive
    ) throws -> SQLiteWriter {
        let connection = try SQLiteConnection.forWriting(settings)
        try connection.makeBlobs()
        let limits = SQLiteCheckpointPlan.Limits(first: 32, again: 16, rest: 8, most: 64)
        let checkpoints = try SQLiteCheckpoints(
            { try open(self.settings) }, of: connection, limits, logger: logger, copy: copy)
        return SQLiteWriter(
            connection, settings, random: NoRandomness(), chains: .plain, checkpoints: checkpoints)
    }

    /// How many pages the log's file has.
    func logLength() throws -> Int {
        let size = try FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int ?? 0
        return size / 4096
    }

    /// How many blobs there are, for a process that comes later.
    func blobs() throws -> Int? {
        try DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: "SELECT count(*) FROM blobs") }
    }

    /// The same if the process that writes ended now.
    func blobsAfterKill() throws -> Int? {
        let copy = TestFile()
        let folder = (copy.path as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for suffix in ["", "-wal"] {
            // The log first would miss what is copied into the database meanwhile; the database first does not.
            try FileManager.default.copyItem(atPath: path + suffix, toPath: copy.path + suffix)
        }
        return try copy.blobs()
    }
}

extension DatabaseQueue {
    /// Sees what is there now until `endReading`.
    ///
    /// - Returns: how many blobs that are.
    func beginReading() throws -> Int? {
        try unsafeRead { db in
            try db.execute(sql: "BEGIN")
            return try Int.fetchOne(db, sql: "SELECT count(*) FROM blobs")
        }
    }

    func endReading() throws { try unsafeRead { try $0.execute(sql: "COMMIT") } }

    fileprivate func makeBlobs() throws {
        try writeWithoutTransaction { try $0.execute(sql: "CREATE TABLE IF NOT EXISTS blobs (x)") }
    }
}

extension SQLiteWriter {
    /// Keeps five pages and some.
    func add() async throws(Failure) {
        try await transaction { transaction throws(Failure) in
            try await transaction.run { try $0.execute(sql: "INSERT INTO blobs VALUES (randomblob(20000))") }
        }
    }
}

/// Counts down.
final class Counter: Sendable {
    private let left: Mutex<Int>

    init(_ count: Int) { left = Mutex(count) }

    /// Whether it was asked so many times before.
    func isOver() -> Bool {
        left.withLock { left in
            defer { left -= 1 }
            return left <= 0
        }
    }
}

/// Keeps the reasons of what is logged.
final class LogOfTests: Sendable {
    private let reasons = Mutex<[String]>([])
    var lines: [String] { reasons.withLock { $0 } }
    var logger: Logger { Logger(label: "test") { _ in Handler(log: self) } }

    private struct Handler: LogHandler {
        let log: LogOfTests
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            log.reasons.withLock { $0.append("\(event.metadata?["reason"] ?? "none")") }
        }
    }
}
