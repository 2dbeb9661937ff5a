import Domain
import GRDB
import Synchronization

/// One transaction, from its beginning to its end; what it did is kept with the group that it is part of. Refuses to be
/// used after its end.
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
    /// Whether there are transactions before it that are to be kept when it is not.
    private let isFollower: Bool
    private let state = Mutex(State.running)

    /// Begins the first one of a group, as a writer at once: a transaction that reads first and writes later could find
    /// that somebody else has written in between.
    init(on connection: DatabaseQueue, fewRows: Int) throws(Failure) {
        self.fewRows = fewRows
        self.connection = connection
        isFollower = false
        do {
            try connection.writeWithoutTransaction { db in
                // Left open only when a ROLLBACK failed.
                db.undoEverything()
                try db.write("BEGIN IMMEDIATE", [])
            }
        } catch {
            throw Failure(sqlite: error)
        }
    }

    /// Begins one more of a group.
    init(following connection: DatabaseQueue, fewRows: Int) throws(Failure) {
        self.fewRows = fewRows
        self.connection = connection
        isFollower = true
        do {
            try connection.writeWithoutTransaction { db in
                guard db.isInsideTransaction else { throw SQLiteFault.transactionIsOver }
                try db.write("SAVEPOINT follower", [])
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

    /// Ends it; what it did will be committed with the group.
    func keep() throws(Failure) {
        do {
            try connection.writeWithoutTransaction { db in
                try checkRunning(db)
                if isFollower { try db.write("RELEASE follower", []) }
                state.withLock { $0 = .over }
            }
        } catch {
            throw Failure(sqlite: error)
        }
    }

    /// Ends it and undoes what it did.
    ///
    /// - Returns: whether the group goes on: not when this was its first one, and not when SQLite undid everything.
    @discardableResult
    func rollBack() -> Bool {
        connection.writeWithoutTransaction { db in
            state.withLock { $0 = .over }
            guard isFollower else {
                db.undoEverything()
                return false
            }
            do {
                guard db.isInsideTransaction else { return false }
                try db.write("ROLLBACK TO follower", [])
                try db.write("RELEASE follower", [])
                return true
            } catch {
                db.undoEverything()
                return false
            }
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

extension Database {
    /// Undoes everything since the transaction began, if there is one. When this fails whoever begins next tries again.
    func undoEverything() {
        guard isInsideTransaction else { return }
        _ = try? write("ROLLBACK", [])
    }
}
