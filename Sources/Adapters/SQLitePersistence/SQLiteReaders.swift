import Domain
import GRDB

/// Reads outside transactions: one thread for short ones, such as those by which every request is authenticated, and
/// the others for lists, so that nobody's lists keep everybody waiting. Each thread has a connection.
final class SQLiteReaders: SQLiteAccess {
    private typealias Queue = WorkQueue<@Sendable (DatabaseQueue) -> Void>

    let fewRows: Int
    private let short: Queue
    private let long: Queue

    /// - Parameter connections: at least two.
    init(_ connections: [DatabaseQueue], longestQueue: Int, fewRows: Int) {
        self.fewRows = fewRows
        short = Queue(longest: longestQueue)
        long = Queue(longest: longestQueue)
        for (index, connection) in connections.enumerated() {
            (index == 0 ? short : long).startThread(
                named: "sqlite-reader-\(index)", { read in read(connection) }, end: { try? connection.close() })
        }
    }

    func run<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result
    ) async throws(Failure) -> Result {
        try await SQLiteReaders.run(body, on: short)
    }

    func runLong<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result
    ) async throws(Failure) -> Result {
        try await SQLiteReaders.run(body, on: long)
    }

    private static func run<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result, on reads: Queue
    ) async throws(Failure) -> Result {
        let outcome: Swift.Result<Result, Failure> = await withCheckedContinuation { continuation in
            let answer = reads.add { connection in
                continuation.resume(returning: SQLiteReaders.outcome { try connection.unsafeRead(body) })
            }
            switch answer {
            case .taken: break
            case .full: continuation.resume(returning: .failure(.busy))
            case .closed: continuation.resume(returning: .failure(Failure(sqlite: SQLiteFault.closed)))
            }
        }
        return try outcome.get()
    }

    /// Ends the threads when the reads that wait are done.
    func stop() {
        short.close()
        long.close()
    }

    /// Waits until the threads have ended and the connections are closed, after `stop`.
    func ended() async {
        await short.ended()
        await long.ended()
    }

    private static func outcome<Result>(_ read: () throws -> Result) -> Swift.Result<Result, Failure> {
        do {
            return .success(try read())
        } catch {
            return .failure(Failure(sqlite: error))
        }
    }
}
