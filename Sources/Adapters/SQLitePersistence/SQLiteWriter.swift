import Application
import Domain
import GRDB
import Synchronization

/// Runs transactions, one at a time.
final class SQLiteWriter: Sendable {
    let fewRows: Int
    private let connection: DatabaseQueue
    let thread = SQLiteThread()
    private let gate: SQLiteGate
    private let chains: AuditChains
    /// None for a database in memory.
    private let checkpoints: SQLiteCheckpoints?
    private let longestGroup: Duration
    private let random: any RandomSource
    /// What the one who is inside the gate may join.
    private let group = Mutex<SQLiteGroup?>(nil)

    /// - Parameter checkpoints: ended with the writer.
    init(
        _ connection: DatabaseQueue, _ settings: SQLiteSettings, random: any RandomSource, chains: AuditChains,
        checkpoints: SQLiteCheckpoints? = nil
    ) {
        self.connection = connection
        self.checkpoints = checkpoints
        self.random = random
        self.chains = chains
        fewRows = settings.fewRows
        longestGroup = settings.longestGroup
        gate = SQLiteGate(longestWait: settings.longestWait, longestQueue: settings.longestQueue)
        thread.start {
            // The last connection that closes copies the log and removes it.
            if checkpoints?.mustKeepLog == true {
                _ = Unmanaged.passRetained(connection)
            } else {
                try? connection.close()
            }
            // Told of commits for as long as there may be some.
            withExtendedLifetime(checkpoints) {}
        }
    }

    /// Where transactions run; whoever comes from elsewhere is sent here.
    var executor: any TaskExecutor { thread }

    /// Runs `work` inside a transaction, on the writer's thread: committed when this returns, undone when it throws or
    /// the commit fails.
    ///
    /// - Parameter work: is given besides what it may note in.
    func transaction<Answer: Sendable>(
        _ work: (SQLiteTransaction, ChainWriter) async throws(Failure) -> Answer
    ) async throws(Failure) -> Answer {
        try await withTaskExecutorPreference(thread) { () async throws(Failure) -> Answer in
            try await gate.enter()
            let (group, transaction) = try await begin()
            let outcome = await group.perform(transaction, work)
            guard group.isRunning else {
                // Undone with this one, whose failure says why.
                end(group)
                return try outcome.get()
            }
            await passOn(group)
            // A failure waits as well: it may rest on what is not kept in the end.
            if let failure = await group.ended() { throw failure }
            return try outcome.get()
        }
    }

    /// The same for those who note nothing.
    func transaction<Answer: Sendable>(
        _ work: (SQLiteTransaction) async throws(Failure) -> Answer
    ) async throws(Failure) -> Answer {
        try await transaction { transaction, _ throws(Failure) in try await work(transaction) }
    }

    var load: (isTaken: Bool, waiting: Int, refused: Int) { gate.load }

    /// Waits for the transaction that runs, and for the end of the threads and the connections.
    func close() async {
        await gate.close()
        checkpoints?.stop()
        await checkpoints?.ended()
        thread.stop()
        await thread.ended()
    }

    /// Ends the threads and the connections when nobody can use them any more.
    func stop() {
        checkpoints?.stop()
        thread.stop()
    }

    /// Lets the next one follow in the same commit; commits when nobody is there, or enough have waited long enough.
    private func passOn(_ group: SQLiteGroup) async {
        if group.isOpen {
            self.group.withLock { $0 = group }
            if gate.handOver() { return }
            // Many are on their way to the gate: they wait for this thread.
            await thread.letOthersGoFirst()
            if gate.handOver() { return }
        }
        end(group)
    }

    private func end(_ group: SQLiteGroup) {
        self.group.withLock { $0 = nil }
        if group.isRunning { group.commit() }
        guard let checkpoints, checkpoints.isWriterNeeded else {
            gate.leave()
            return
        }
        // A task of its own, so that those who waited for the commit go on first.
        Task(executorPreference: thread) { [self] in
            await checkpoints.finish(on: connection)
            gate.leave()
        }
    }

    /// Follows those that wait for a commit, or begins a group.
    private func begin() async throws(Failure) -> (SQLiteGroup, SQLiteTransaction) {
        let group = self.group.withLock { $0 }
        do throws(Failure) {
            if let group {
                let follower = try SQLiteTransaction(following: connection, fewRows: fewRows)
                return (group, follower)
            }
            let first = try await beginFirst()
            return (SQLiteGroup(on: connection, noting: chains.writer(), openFor: longestGroup), first)
        } catch {
            if let group { end(group) } else { gate.leave() }
            throw error
        }
    }

    /// Begins a transaction. Another process that writes is given three times SQLite's own time of waiting.
    private func beginFirst() async throws(Failure) -> SQLiteTransaction {
        for _ in 1..<SQLiteWriter.tries {
            do throws(Failure) {
                return try SQLiteTransaction(on: connection, fewRows: fewRows)
            } catch {
                guard error == .busy, !Task.isCancelled else { throw error }
            }
            try? await Task.sleep(for: .milliseconds(10 + Int(random.bits() % 90)))
        }
        return try SQLiteTransaction(on: connection, fewRows: fewRows)
    }

    private static let tries = 3
}
