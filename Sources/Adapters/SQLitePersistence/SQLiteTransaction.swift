import Domain
import GRDB
import Synchronization

/// One transaction, from its beginning to its end. Refuses to be used after it.
///
/// Once a call has failed the transaction is lost, even when the failure is swallowed: no half of a call is kept.
final class SQLiteTransaction: SQLiteAccess {
    private enum State {
        case running
        case lost(Failure)
        case over
    }

    let fewRows: Int
    private let connection: DatabaseQueue
    private let state = Mutex(State.running)

    /// Begins, as a writer at once: a transaction that reads first and writes later could find that somebody else
    /// has written in between.
    init(on connection: DatabaseQueue, fewRows: Int) throws(Failure) {
        self.fewRows = fewRows
        self.connection = connection
        do {
            try connection.writeWithoutTransaction { db in
                // Left open only when a ROLLBACK failed.
                if db.isInsideTransaction { try db.rollback() }
                try db.beginTransaction(.immediate)
            }
        } catch {
            throw Failure(sqlite: error)
        }
    }

    func run<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result
    ) async throws(Failure) -> Result {
        try perform(body)
    }

    /// Not async, because GRDB's async functions of the same names leave the thread.
    private func perform<Result>(_ body: (Database) throws -> Result) throws(Failure) -> Result {
        do {
            return try connection.writeWithoutTransaction { db in
                try checkRunning(db)
                return try body(db)
            }
        } catch {
            let failure = Failure(sqlite: error)
            state.withLock { state in
                guard case .running = state else { return }
                state = .lost(failure)
            }
            throw failure
        }
    }

    /// Keeps everything, and returns when it is on the disk.
    func commit() throws(Failure) {
        do {
            try connection.writeWithoutTransaction { db in
                try checkRunning(db)
                state.withLock { $0 = .over }
                try db.commit()
            }
        } catch {
            throw Failure(sqliteCommit: error)
        }
    }

    /// Undoes everything. Does nothing after a commit that succeeded.
    func rollBack() {
        connection.writeWithoutTransaction { db in
            state.withLock { $0 = .over }
            guard db.isInsideTransaction else { return }
            // When this fails the next transaction tries again, before anything else.
            try? db.rollback()
        }
    }

    /// SQLite ends a transaction by itself after some errors; a statement after that would be kept alone.
    private func checkRunning(_ db: Database) throws {
        try state.withLock { state in
            switch state {
            case .running: break
            case .lost(let failure): throw failure
            case .over: throw SQLiteFault.transactionIsOver
            }
        }
        guard db.isInsideTransaction else { throw SQLiteFault.transactionIsOver }
    }
}
