import Application
import Domain
import Foundation
import Synchronization

/// A fixed number of threads for work that takes a processor for long, away from the cooperative pool.
final class HashingThreads: Sendable {
    private let queue: HashingQueue
    private let count: Int
    private let end: ThreadsEnd

    /// Starts the threads.
    ///
    /// - Parameters:
    ///   - count: how many, at least one.
    ///   - waiting: how many pieces of work may wait beside those that are being done.
    init(count: Int, waiting: Int) {
        let queue = HashingQueue(capacity: count + waiting)
        let end = ThreadsEnd(running: count)
        for number in 1...count {
            let thread = Thread {
                queue.work()
                end.threadEnded()
            }
            thread.name = "argon2-\(number)"
            thread.start()
        }
        self.queue = queue
        self.count = count
        self.end = end
    }

    deinit { queue.close(workers: count) }

    /// The result of work that is done on one of the threads.
    ///
    /// - Throws: what the work throws; `Failure.busy` when too much waits already, after `shutDown`, and when the
    ///   task was cancelled before the work began, which is then left out.
    func run<Value: Sendable>(_ work: @escaping @Sendable () throws(Failure) -> Value) async throws(Failure) -> Value {
        let waiter = Waiter()
        let result: Result<Value, Failure> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isAdded = queue.add {
                    let result = waiter.isCancelled ? .failure(.busy) : Result(catching: work)
                    return { continuation.resume(returning: result) }
                }
                if !isAdded { continuation.resume(returning: .failure(.busy)) }
            }
        } onCancel: {
            waiter.cancel()
        }
        return try result.get()
    }

    /// Takes no more work, finishes what waits, and returns when all threads have ended.
    func shutDown() async {
        queue.close(workers: count)
        await end.wait()
    }

    var load: HashingLoad {
        let load = queue.load
        return HashingLoad(
            threads: count, running: load.running, waiting: load.waiting, refused: load.refused)
    }

    /// For tests, which hold a thread up.
    func add(_ work: @escaping HashingQueue.Work) -> Bool { queue.add(work) }
}

/// Whether the task that waits for a piece of work has been cancelled.
private final class Waiter: Sendable {
    private let cancelled = Atomic(false)

    var isCancelled: Bool { cancelled.load(ordering: .acquiring) }

    func cancel() { cancelled.store(true, ordering: .releasing) }
}
