import Foundation
import Synchronization

/// Hands work to threads that wait for it, in the order of coming.
final class WorkQueue<Work: Sendable>: Sendable {
    private struct State {
        var waiting: [Work] = []
        var threads = 0
        var isClosed = false
    }

    private let state = Mutex(State())
    private let arrivals = DispatchSemaphore(value: 0)
    private let longest: Int

    /// - Parameter longest: how much work may wait.
    init(longest: Int = .max) { self.longest = longest }

    /// - Returns: whether the work will be done: not when too much waits, or after closing.
    func add(_ work: Work) -> Bool {
        let isTaken = state.withLock { state in
            guard !state.isClosed, state.waiting.count < longest else { return false }
            state.waiting.append(work)
            return true
        }
        if isTaken { arrivals.signal() }
        return isTaken
    }

    /// Starts a thread that does the work until the queue is closed and empty, and then `end`.
    func startThread(named name: String, _ perform: @escaping @Sendable (Work) -> Void, end: @escaping @Sendable () -> Void) {
        state.withLock { $0.threads += 1 }
        let thread = Thread { [self] in
            while let work = next() { perform(work) }
            end()
        }
        thread.name = name
        thread.start()
    }

    /// Takes no more work. What waits is still done.
    func close() {
        let threads = state.withLock { state in
            defer { state.isClosed = true }
            return state.isClosed ? 0 : state.threads
        }
        for _ in 0..<threads { arrivals.signal() }
    }

    /// Blocks until there is work; `nil` at the end.
    private func next() -> Work? {
        arrivals.wait()
        return state.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
    }
}
