import Foundation

/// The thread on which transactions run: their tasks are sent here, so that the stores inside call SQLite, which
/// blocks, without a hop and without holding one of Swift's few cooperative threads.
final class SQLiteThread: TaskExecutor {
    private let jobs = WorkQueue<UnownedJob>()

    func start(end: @escaping @Sendable () -> Void) {
        jobs.startThread(
            named: "sqlite-writer",
            { [self] jobs in
                jobs.performAll(atMost: 16) { batch in
                    for job in batch { job.runSynchronously(on: asUnownedTaskExecutor()) }
                }
            }, end: end)
    }

    func stop() { jobs.close() }

    /// How many jobs wait for the thread, those that it took along with the present one not counted.
    var waiting: Int { jobs.load.waiting }

    /// Lets those jobs go first that wait for the thread now. To be called on it.
    func letOthersGoFirst() async {
        // Not `Task.yield`, which goes by way of Swift's own threads.
        await withCheckedContinuation { continuation in
            Task(executorPreference: self) { continuation.resume() }
        }
    }

    /// Waits for the end of the thread, after `stop`.
    func ended() async { await jobs.ended() }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        guard jobs.add(job) != .taken else { return }
        // The thread has ended. The task must go on somewhere, to find out that the database is closed.
        DispatchQueue.global().async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
