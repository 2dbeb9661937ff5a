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

    /// Waits for the end of the thread, after `stop`.
    func ended() async { await jobs.ended() }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        guard jobs.add(job) != .taken else { return }
        // The thread has ended. The task must go on somewhere, to find out that the database is closed.
        DispatchQueue.global().async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
