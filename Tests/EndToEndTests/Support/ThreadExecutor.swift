import Foundation
import Synchronization

/// Runs an actor's work on a thread of its own, so that blocking socket calls hold no thread of Swift's pool.
final class ThreadExecutor: SerialExecutor {
    private let queue = Queue()

    init() {
        let queue = queue
        Thread.detachNewThread { queue.runUntilFinished() }
    }

    deinit { queue.finish() }

    func enqueue(_ job: consuming ExecutorJob) {
        let unownedJob = UnownedJob(job)
        let unownedSelf = asUnownedSerialExecutor()
        queue.append { unownedJob.runSynchronously(on: unownedSelf) }
    }

    /// Outlives the executor, so that the thread may end the executor's last work after the executor itself is gone.
    private final class Queue: Sendable {
        private let waiting = Mutex<[@Sendable () -> Void]>([])
        private let isFinished = Atomic(false)
        private let wake = DispatchSemaphore(value: 0)

        func append(_ work: @escaping @Sendable () -> Void) {
            waiting.withLock { $0.append(work) }
            wake.signal()
        }

        func finish() {
            isFinished.store(true, ordering: .releasing)
            wake.signal()
        }

        func runUntilFinished() {
            while true {
                wake.wait()
                let next = waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
                if let next {
                    next()
                } else if isFinished.load(ordering: .acquiring) {
                    return
                }
            }
        }
    }
}
