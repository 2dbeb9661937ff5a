import Application
import Domain
import GRDB

/// Reads outside transactions: one thread for short ones, such as those by which every request is authenticated, and
/// the others for lists, so that nobody's lists keep everybody waiting. Each thread has a connection.
///
/// Short reads that wait at the same time share a view of the database, which is taken after the last of them was asked
/// for: each sees whatever had been committed before it. So SQLite looks once for what others have written.
final class SQLiteReaders: SQLiteAccess {
    /// Gives what tells the answer to whoever waits for it.
    private typealias Read = @Sendable (Database) -> @Sendable () -> Void

    let fewRows: Int
    private let short: WorkQueue<Read>
    private let long: WorkQueue<Read>
    private let longestWait: Duration

    /// - Parameter connections: at least two.
    init(_ connections: [DatabaseQueue], _ settings: SQLiteSettings) {
        fewRows = settings.fewRows
        longestWait = settings.longestWait
        short = WorkQueue(longest: settings.longestQueue)
        long = WorkQueue(longest: settings.longestQueue)
        for (index, connection) in connections.enumerated() {
            let isShort = index == 0
            (isShort ? short : long).startThread(
                named: "sqlite-reader-\(index)",
                { reads in
                    // Once for all reads: the thread has its connection for itself.
                    connection.unsafeRead { db in
                        reads.performAll(atMost: isShort ? SQLiteReaders.mostTogether : 1) { batch in
                            SQLiteReaders.perform(batch, in: db)
                        }
                    }
                }, end: { try? connection.close() })
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

    func ask<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result
    ) -> @Sendable () async throws(Failure) -> Result {
        let answer = SQLiteAnswer<Result>()
        add(body, to: short) { answer.give($0) }
        return { () async throws(Failure) in try await answer.value() }
    }

    private func run<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result, on reads: WorkQueue<Read>
    ) async throws(Failure) -> Result {
        let outcome: Swift.Result<Result, Failure> = await withCheckedContinuation { continuation in
            add(body, to: reads) { continuation.resume(returning: $0) }
        }
        return try outcome.get()
    }

    /// What has waited too long by the time a thread is free is not begun: its client may be gone, and others wait.
    private func add<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result, to reads: WorkQueue<Read>,
        _ give: @escaping @Sendable (Swift.Result<Result, Failure>) -> Void
    ) {
        let latestStart = ContinuousClock.now + longestWait
        let answer = reads.add { db in
            guard ContinuousClock.now <= latestStart else { return { give(.failure(.busy)) } }
            let outcome = SQLiteReaders.outcome { try body(db) }
            return { give(outcome) }
        }
        switch answer {
        case .taken: break
        case .full: give(.failure(.busy))
        case .closed: give(.failure(Failure(sqlite: SQLiteFault.closed)))
        }
    }

    private static let mostTogether = 64

    /// Where no view can be taken for all, each read takes its own.
    private static func perform(_ batch: [Read], in db: Database) {
        // Open only when the last one could not be given back: nobody may go on seeing what was then.
        if db.isInsideTransaction { _ = try? db.write("ROLLBACK", []) }
        let isShared = batch.count > 1 && (try? db.write("BEGIN", [])) != nil
        let answers = batch.map { read in read(db) }
        if isShared { _ = try? db.write("COMMIT", []) }
        // Together, so that whoever waits for several of them is woken once.
        for tell in answers { tell() }
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
