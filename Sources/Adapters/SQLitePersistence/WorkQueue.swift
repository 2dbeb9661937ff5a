import Foundation
import Synchronization

/// Hands work to threads that wait for it, in the order of coming.
final class WorkQueue<Work: Sendable>: Sendable {
    private struct State {
        var waiting: [Work] = []
        var threads = 0
        /// How much was turned away because too much waited.
        var refused = 0
        var isClosed = false
        var whoAwaitsTheEnd: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Guarded(State())
    private let underWay = Atomic(0)
    private let arrivals = DispatchSemaphore(value: 0)
    private let longest: Int

    /// - Parameter longest: how much work may wait.
    init(longest: Int = .max) { self.longest = longest }

    /// What became of work.
    enum Answer {
        /// It will be done.
        case taken
        /// Too much waits already.
        case full
        case closed
    }

    func add(_ work: Work) -> Answer {
        let answer: Answer = state.withLock { state in
            guard !state.isClosed else { return .closed }
            guard state.waiting.count < longest else {
                state.refused += 1
                return .full
            }
            state.waiting.append(work)
            return .taken
        }
        if answer == .taken { arrivals.signal() }
        return answer
    }

    /// Starts a thread that does the work until the queue is closed and empty, and then `end`.
    func startThread(
        named name: String, _ perform: @escaping @Sendable (Work) -> Void, end: @escaping @Sendable () -> Void
    ) {
        state.withLock { $0.threads += 1 }
        let thread = Thread { [self] in
            while let work = next() {
                underWay.add(1, ordering: .relaxed)
                perform(work)
                underWay.subtract(1, ordering: .relaxed)
            }
            end()
            threadEnded()
        }
        thread.name = name
        thread.start()
    }

    /// How many threads there are, how much of the work is being done and waits, and how much was turned away.
    var load: (threads: Int, underWay: Int, waiting: Int, refused: Int) {
        let underWay = underWay.load(ordering: .relaxed)
        return state.withLock { ($0.threads, underWay, $0.waiting.count, $0.refused) }
    }

    /// Takes no more work. What waits is still done.
    func close() {
        let threads = state.withLock { state in
            defer { state.isClosed = true }
            return state.isClosed ? 0 : state.threads
        }
        for _ in 0..<threads { arrivals.signal() }
    }

    /// Waits until all threads have ended, after `close`.
    func ended() async {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                if state.threads > 0 { state.whoAwaitsTheEnd.append(continuation) }
                return state.threads == 0
            }
            if isOver { continuation.resume() }
        }
    }

    /// Blocks until there is work; `nil` at the end.
    private func next() -> Work? {
        arrivals.wait()
        return state.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
    }

    private func threadEnded() {
        let waiting = state.withLock { state in
            state.threads -= 1
            return state.threads == 0 ? state.whoAwaitsTheEnd : []
        }
        for continuation in waiting { continuation.resume() }
    }
}
