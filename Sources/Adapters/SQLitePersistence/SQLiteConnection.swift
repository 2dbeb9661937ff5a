import Foundation
import GRDB
import Logging

/// Opens connections and sets them up.
enum SQLiteConnection {
    /// The connection of the transactions.
    static func forWriting(_ settings: SQLiteSettings) throws -> DatabaseQueue {
        guard case .file(let path) = settings.location else {
            return try DatabaseQueue(configuration: configuration(settings))
        }
        try prepareFile(path)
        let connection = try DatabaseQueue(path: path, configuration: configuration(settings))
        // After opening: when GRDB switches to WAL by itself it sets synchronous to NORMAL, which loses commits.
        try connection.writeWithoutTransaction { db in
            // Reads the file's head, and so throws for what is no database, before anything is changed.
            _ = try Int.fetchOne(db, sql: "PRAGMA schema_version")
            try requirePrivate(path)
            let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
            guard mode == "wal" else { throw SQLiteFault.noWriteAheadLog }
            // A transaction that follows another one may be undone by itself: what was there is kept in memory, not in a file.
            try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384")
        }
        return connection
    }

    /// The connections of the reading threads; none for a database in memory.
    static func allForReading(_ settings: SQLiteSettings) throws -> [DatabaseQueue] {
        switch settings.location {
        case .file: try (0..<max(2, settings.readers)).map { _ in try forReading(settings) }
        case .memory: []
        }
    }

    /// A connection that writes nothing.
    static func forReading(_ settings: SQLiteSettings) throws -> DatabaseQueue {
        guard case .file(let path) = settings.location else { throw SQLiteFault.memoryIsNotShared }
        var configuration = configuration(settings)
        // Not opened read-only: the first reader after a crash has to recover the write-ahead log.
        configuration.prepareDatabase { db in
            // Nothing is mapped into memory: whatever anybody commits, and every read is noted, ends the mapping, and to
            // map many pages again takes longer than to read them.
            try db.execute(sql: "PRAGMA query_only = ON; PRAGMA cache_size = -32768")
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Who copies the log of this connection into the database; nobody for a database in memory.
    static func checkpoints(of writer: DatabaseQueue, _ settings: SQLiteSettings, logger: Logger) throws
        -> SQLiteCheckpoints?
    {
        switch settings.location {
        case .file: try SQLiteCheckpoints({ try forCheckpoints(settings) }, of: writer, logger: logger)
        case .memory: nil
        }
    }

    /// The connection that copies the log into the database.
    static func forCheckpoints(_ settings: SQLiteSettings) throws -> DatabaseQueue {
        guard case .file(let path) = settings.location else { throw SQLiteFault.memoryIsNotShared }
        var configuration = configuration(settings)
        configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    private static func configuration(_ settings: SQLiteSettings) -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(settings.busyTimeout / .seconds(1))
        // A transaction spans several calls; SQLiteTransaction sees to its end.
        configuration.allowsUnsafeTransactions = true
        return configuration
    }

    /// Makes the file and its folder when missing, readable by nobody else. SQLite gives `-wal` the file's mode.
    private static func prepareFile(_ path: String) throws {
        let folder = (path as NSString).deletingLastPathComponent
        if !folder.isEmpty, !FileManager.default.fileExists(atPath: folder) {
            do {
                try FileManager.default.createDirectory(
                    atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            } catch {
                throw SQLiteFault.fileCannotBeMade(reason: "no folder could be made for it")
            }
        }
        // Only a new file is opened here: closing any descriptor of a database drops the process's locks on it.
        let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor < 0 else {
            _ = Foundation.close(descriptor)
            return
        }
        guard errno == EEXIST else { throw SQLiteFault.fileCannotBeMade(reason: String(cString: strerror(errno))) }
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw SQLiteFault.notAFile }
    }

    /// Health data is for the server's user alone. A mode is never changed: the name may be mistyped, and the file
    /// somebody else's.
    private static func requirePrivate(_ path: String) throws {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & 0o077 == 0 else { throw SQLiteFault.fileIsShared }
    }
}
