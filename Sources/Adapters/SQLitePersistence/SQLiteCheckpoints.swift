import Domain
import GRDB
import GRDBSQLite
import Logging

/// Copies the log into the database, on a thread and a connection of its own: neither those who write nor those who read
/// wait for it. What comes meanwhile is little; the writer copies that between two groups, and the log begins anew.
final class SQLiteCheckpoints: Sendable {
    /// Copies what nobody needs in the log.
    ///
    /// - Returns: the length of the log, and how much of it is in the database.
    typealias Copy = @Sendable (Database) throws -> (length: Int, copied: Int)

    private struct State {
        var plan: SQLiteCheckpointPlan
        var hasThread = false
        var hasGivenUp = false
        var whoWaits: CheckedContinuation<Void, Never>?
    }

    private let requests = WorkQueue<Void>()
    private let state: Guarded<State>
    private let open: @Sendable () throws -> DatabaseQueue
    private let copy: Copy
    private let logger: Logger

    /// - Parameters:
    ///   - open: opens the thread's connection, when there is something to copy for the first time.
    ///   - writer: the connection whose commits make the log grow; by itself it copies nothing any more. It must not be
    ///     used without this.
    ///   - logger: told of failures, after which it is tried again.
    init(
        _ open: @escaping @Sendable () throws -> DatabaseQueue, of writer: DatabaseQueue,
        _ limits: SQLiteCheckpointPlan.Limits = .init(), logger: Logger,
        copy: @escaping Copy = SQLiteCheckpoints.passive
    ) throws {
        self.open = open
        self.copy = copy
        self.logger = logger
        state = Guarded(State(plan: SQLiteCheckpointPlan(limits)))
        try watch(writer, limits)
    }

    /// Whether the writer has to `finish` before the next group.
    var isWriterNeeded: Bool { state.withLock { $0.plan.turn == .writer || $0.plan.isTooLong } }

    /// On the writer's connection, outside of transactions: copies the rest, so that the next commit begins the log anew.
    func finish(on connection: DatabaseQueue) async {
        await threadRests()
        if state.withLock({ $0.plan.turn == .writer }) { copyRest(on: connection) }
    }

    /// Whether the log has to stay as it is, also when the database is closed.
    var mustKeepLog: Bool { state.withLock { $0.hasGivenUp } }

    /// Ends the thread when it has done what it was asked for.
    func stop() { requests.close() }

    /// Waits for that, after `stop`.
    func ended() async { await requests.ended() }

    /// Is told of each commit.
    private func watch(_ writer: DatabaseQueue, _ limits: SQLiteCheckpointPlan.Limits) throws {
        try writer.writeWithoutTransaction { db in
            // Cuts the file of a log that had to become longer, because somebody read for long.
            let pageSize = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 4096
            try db.execute(sql: "PRAGMA journal_size_limit = \(limits.most * pageSize)")
            let told = Unmanaged.passUnretained(self).toOpaque()
            sqlite3_wal_hook(
                db.sqliteConnection,
                { told, _, _, length in
                    guard let told else { return SQLITE_OK }
                    Unmanaged<SQLiteCheckpoints>.fromOpaque(told).takeUnretainedValue().committed(Int(length))
                    return SQLITE_OK
                }, told)
        }
    }

    private func committed(_ length: Int) {
        let (begins, needsThread) = state.withLock { state in
            let begins = state.plan.committed(length)
            defer { if begins { state.hasThread = true } }
            return (begins, begins && !state.hasThread)
        }
        guard begins else { return }
        if needsThread { startThread() }
        // None when it was closed.
        if requests.add(()) != .taken { state.withLock { $0.plan.pause() } }
    }

    private func startThread() {
        requests.startThread(
            named: "sqlite-log",
            { [self] requests in
                var connection: DatabaseQueue?
                requests.performAll(atMost: 1) { _ in copyMost(on: &connection) }
                try? connection?.close()
            }, end: {})
    }

    /// Waits for the thread while it has too much to do.
    private func threadRests() async {
        await withCheckedContinuation { continuation in
            let waits = state.withLock { state in
                if state.plan.isTooLong { state.whoWaits = continuation }
                return state.plan.isTooLong
            }
            if !waits { continuation.resume() }
        }
    }

    private func copyRest(on connection: DatabaseQueue) {
        do {
            _ = try connection.writeWithoutTransaction { db in try copy(db) }
        } catch {
            tell(error)
            if error.isUnsyncedFile { return giveUp() }
        }
        state.withLock { $0.plan.pause() }
    }

    /// What the system could not bring to the disk it may have dropped, and would say of the next try that all is well
    /// (PostgreSQL's "fsyncgate"). The log has it, and keeps it: the next start copies all of it again.
    private func giveUp() {
        state.withLock { state in
            state.plan.giveUp()
            state.hasGivenUp = true
        }
        logger.critical("The database's file could not be brought to the disk. Look after the disk, then start anew.")
    }

    private func copyMost(on connection: inout DatabaseQueue?) {
        do {
            let opened = try connection ?? open()
            connection = opened
            try opened.unsafeRead { db in try copyMost(db) }
        } catch {
            tell(error)
            if error.isUnsyncedFile { giveUp() } else { state.withLock { $0.plan.pause() } }
        }
        let waiting = state.withLock { state in
            defer { state.whoWaits = nil }
            return state.whoWaits
        }
        waiting?.resume()
    }

    private func copyMost(_ db: Database) throws {
        var goesOn = true
        while goesOn {
            let (length, copied) = try copy(db)
            try db.syncFile()
            goesOn = state.withLock { $0.plan.copied(copied, of: length) }
        }
    }

    /// Another process that copies as well is no failure.
    private func tell(_ error: any Error) {
        guard case .unavailable(let fault) = Failure(sqlite: error) else { return }
        logger.error(
            "The log could not be copied into the database; it grows until that succeeds.",
            metadata: ["reason": "\(fault.summary)"])
    }

    /// Waits for nobody.
    static let passive: Copy = { db in
        let (length, copied) = try db.checkpoint(.passive)
        return (length, copied)
    }
}

extension Error {
    /// Whether what was written to a file may not be on the disk.
    fileprivate var isUnsyncedFile: Bool {
        (self as? DatabaseError)?.extendedResultCode == .SQLITE_IOERR_FSYNC
    }
}

extension Database {
    /// Waits until the database's file is on the disk. SQLite does that once everything is copied, which is when the writer
    /// does it: it finds little to wait for.
    fileprivate func syncFile() throws {
        var file: UnsafeMutablePointer<sqlite3_file>?
        let code = sqlite3_file_control(sqliteConnection, "main", SQLITE_FCNTL_FILE_POINTER, &file)
        guard code == SQLITE_OK, let file, let sync = file.pointee.pMethods?.pointee.xSync else { return }
        let outcome = sync(file, SQLITE_SYNC_NORMAL)
        guard outcome == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: outcome)) }
    }
}
