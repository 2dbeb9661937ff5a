import Domain
import GRDB

/// Reads outside transactions: a few threads with a connection each, and one queue.
final class SQLiteReaders: SQLiteAccess {
    private let reads: WorkQueue<@Sendable (DatabaseQueue) -> Void>

    init(_ connections: [DatabaseQueue], longestQueue: Int) {
        reads = WorkQueue(longest: longestQueue)
        for (index, connection) in connections.enumerated() {
            reads.startThread(
                named: "sqlite-reader-\(index)", { read in read(connection) }, end: { try? connection.close() })
        }
    }

    func run<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result
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
    func stop() { reads.close() }

    /// Waits until the threads have ended and the connections are closed, after `stop`.
    func ended() async { await reads.ended() }

    private static func outcome<Result>(_ read: () throws -> Result) -> Swift.Result<Result, Failure> {
        do {
            return .success(try read())
        } catch {
            return .failure(Failure(sqlite: error))
        }
    }
}
