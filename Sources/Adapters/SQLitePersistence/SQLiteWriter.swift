import Application
import Domain
import GRDB

/// Runs transactions, one at a time.
final class SQLiteWriter: Sendable {
    let fewRows: Int
    private let connection: DatabaseQueue
    private let thread = SQLiteThread()
    private let gate: SQLiteGate
    private let random: any RandomSource

    init(_ connection: DatabaseQueue, _ settings: SQLiteSettings, random: any RandomSource) {
        self.connection = connection
        self.random = random
        fewRows = settings.fewRows
        gate = SQLiteGate(longestWait: settings.longestWait, longestQueue: settings.longestQueue)
        thread.start { try? connection.close() }
    }

    /// Runs `work` inside a transaction, on the writer's thread: committed when it returns, rolled back when it
    /// throws or the commit fails.
    ///
    /// - Parameter ended: told how it ended, before the next one begins.
    func transaction<Result: Sendable>(
        _ work: (SQLiteTransaction) async throws(Failure) -> Result, ended: (ChainWriter.End) -> Void = { _ in }
    ) async throws(Failure) -> Result {
        try await withTaskExecutorPreference(thread) { () async throws(Failure) -> Result in
            try await gate.enter()
            defer { gate.leave() }
            let transaction = try await begin()
            do throws(Failure) {
                let result = try await work(transaction)
                try transaction.commit()
                ended(.kept)
                return result
            } catch {
                transaction.rollBack()
                ended(ChainWriter.End(error))
                throw error
            }
        }
    }

    var load: (isTaken: Bool, waiting: Int, refused: Int) { gate.load }

    /// Waits for the transaction that runs, and for the end of the thread and the connection.
    func close() async {
        await gate.close()
        thread.stop()
        await thread.ended()
    }

    /// Ends the thread and the connection when nobody can use them any more.
    func stop() { thread.stop() }

    /// Begins a transaction. Another process that writes is given three times SQLite's own time of waiting.
    private func begin() async throws(Failure) -> SQLiteTransaction {
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
