import Application
import Domain
import GRDB

/// Reads outside transactions: one thread for short ones, such as those by which every request is authenticated, and
/// the others for lists, so that nobody's lists keep everybody waiting. Each thread has a connection.
final class SQLiteReaders: SQLiteAccess {
    private typealias Queue = WorkQueue<@Sendable (DatabaseQueue) -> Void>

    let fewRows: Int
    private let short: Queue
    private let long: Queue
    private let longestWait: Duration

    /// - Parameter connections: at least two.
    init(_ connections: [DatabaseQueue], _ settings: SQLiteSettings) {
        fewRows = settings.fewRows
        longestWait = settings.longestWait
        short = Queue(longest: settings.longestQueue)
        long = Queue(longest: settings.longestQueue)
        for (index, connection) in connections.enumerated() {
            (index == 0 ? short : long).startThread(
                named: "sqlite-reader-\(index)", { read in read(connection) }, end: { try? connection.close() })
        }
    }

    func run<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result
    ) async throws(Failure) -> Result {
        try await run(body, on: short)
    }

    func runLong<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result
    ) async throws(Failure) -> Result {
        try await run(body, on: long)
    }

    /// What has waited too long by the time a thread is free is not begun: its client may be gone, and others wait.
    private func run<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result, on reads: Queue
    ) async throws(Failure) -> Result {
        let latestStart = ContinuousClock.now + longestWait
        let outcome: Swift.Result<Result, Failure> = await withCheckedContinuation { continuation in
            let answer = reads.add { connection in
                guard ContinuousClock.now <= latestStart else { return continuation.resume(returning: .failure(.busy)) }
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

    /// How busy the threads are, and how many reads were turned away.
    var load: (lanes: [StorageLoad.Lane], refused: Int) {
        let loads = [(StorageLoad.Lane.Kind.reads, short.load), (.lists, long.load)]
        let lanes = loads.map { kind, load in
            StorageLoad.Lane(
                kind: kind, connections: load.threads, mostConnections: load.threads, underWay: load.underWay,
                waiting: load.waiting)
        }
        return (lanes, loads.reduce(0) { $0 + $1.1.refused })
    }

    /// Ends the threads when the reads that wait are done, or have waited too long.
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
