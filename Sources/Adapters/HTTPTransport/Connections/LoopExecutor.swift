import NIOConcurrencyHelpers
import NIOCore

/// Runs tasks on an event loop: a request that is answered there never changes its thread.
///
/// What has gathered runs in one turn of the loop, so that many tasks that go on at once cost one wake-up.
final class LoopExecutor: TaskExecutor {
    private struct Waiting {
        var jobs: [UnownedJob] = []
        var isScheduled = false
    }

    let loop: any EventLoop
    private let waiting = NIOLockedValueBox(Waiting())

    init(_ loop: any EventLoop) { self.loop = loop }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let isFirst = waiting.withLockedValue { waiting in
            waiting.jobs.append(job)
            defer { waiting.isScheduled = true }
            return !waiting.isScheduled
        }
        if isFirst { loop.execute { self.runAll() } }
    }

    /// Does something on the loop: at once from there, else in one of its next turns.
    func onLoop(_ work: @escaping @Sendable () -> Void) {
        if loop.inEventLoop { work() } else { loop.execute(work) }
    }

    /// Waits a fifth of a second.
    func pause() async {
        try? await loop.scheduleTask(in: .milliseconds(200)) {}.futureResult.get()
    }

    /// What these tasks enqueue themselves waits for the next turn, so that sockets have theirs between.
    private func runAll() {
        let jobs = waiting.withLockedValue { waiting in
            defer { waiting = Waiting() }
            return waiting.jobs
        }
        for job in jobs { job.runSynchronously(on: asUnownedTaskExecutor()) }
    }
}

/// The executors of the loops of a group.
struct LoopExecutors: Sendable {
    private let executors: [ObjectIdentifier: LoopExecutor]

    init(_ group: any EventLoopGroup) {
        executors = Dictionary(
            group.makeIterator().map { (ObjectIdentifier($0), LoopExecutor($0)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// That of a loop; a new one for a loop of another group.
    func executor(of loop: any EventLoop) -> LoopExecutor { executors[ObjectIdentifier(loop)] ?? LoopExecutor(loop) }
}
