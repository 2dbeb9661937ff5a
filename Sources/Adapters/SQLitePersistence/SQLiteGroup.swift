import Application
import Domain
import GRDB
import Synchronization

/// Transactions that follow each other closely and are kept by one commit, which waits for the disk once for all of them.
///
/// Each sees what those before it wrote, and one that fails undoes its own alone, unless SQLite has undone all of them, for
/// want of space for example. Nobody is answered before the commit; when that fails, none was kept.
final class SQLiteGroup: Sendable {
    private struct State {
        var members = 0
        var whoWaits: [CheckedContinuation<Failure?, Never>] = []
        var hasEnded = false
        var failure: Failure?
    }

    /// What all of them note.
    private let chain: ChainWriter
    private let connection: DatabaseQueue
    private let latestJoining: ContinuousClock.Instant
    private let state = Mutex(State())

    /// Nobody joins a larger group, nor one that is older than it may be, since the first one waits for the last.
    private static let most = 64

    /// For the connection's transaction that has just begun.
    init(on connection: DatabaseQueue, noting chain: ChainWriter, openFor longest: Duration) {
        self.connection = connection
        self.chain = chain
        latestJoining = .now + longest
    }

    /// Whether one more transaction may become part of it.
    var isOpen: Bool {
        let isOpen = state.withLock { !$0.hasEnded && $0.members < SQLiteGroup.most }
        return isOpen && ContinuousClock.now < latestJoining
    }

    /// Whether it was neither committed nor lost.
    var isRunning: Bool { state.withLock { !$0.hasEnded } }

    /// Runs a transaction as part of the group. One at a time.
    ///
    /// - Returns: what it gave or threw, of which nobody is to be told before `ended`.
    func perform<Answer: Sendable>(
        _ transaction: SQLiteTransaction, _ work: (SQLiteTransaction, ChainWriter) async throws(Failure) -> Answer
    ) async -> Result<Answer, Failure> {
        state.withLock { $0.members += 1 }
        let reached = chain.reached
        do throws(Failure) {
            let answer = try await work(transaction, chain)
            try transaction.keep()
            return .success(answer)
        } catch {
            chain.goBack(to: reached)
            if !transaction.rollBack() { end(Failure(sqlite: SQLiteFault.lostWithAnother), .undone) }
            return .failure(error)
        }
    }

    /// Keeps everything, and returns when it is on the disk, or when it is known that it is not.
    func commit() {
        do {
            try connection.writeWithoutTransaction { db in
                guard db.isInsideTransaction else { throw SQLiteFault.transactionIsOver }
                try db.write("COMMIT", [])
            }
            end(nil, .kept)
        } catch {
            let failure = Failure(sqliteCommit: error)
            // When this fails the next group tries again, before anything else.
            connection.writeWithoutTransaction { db in db.undoEverything() }
            end(failure, ChainWriter.End(failure))
        }
    }

    /// Waits for the commit.
    ///
    /// - Returns: why nothing was kept.
    func ended() async -> Failure? {
        await withCheckedContinuation { continuation in
            let (hasEnded, failure): (Bool, Failure?) = state.withLock { state in
                if !state.hasEnded { state.whoWaits.append(continuation) }
                return (state.hasEnded, state.failure)
            }
            if hasEnded { continuation.resume(returning: failure) }
        }
    }

    private func end(_ failure: Failure?, _ end: ChainWriter.End) {
        chain.finish(end)
        let waiting = state.withLock { state in
            state.hasEnded = true
            state.failure = failure
            defer { state.whoWaits = [] }
            return state.whoWaits
        }
        for continuation in waiting { continuation.resume(returning: failure) }
    }
}
