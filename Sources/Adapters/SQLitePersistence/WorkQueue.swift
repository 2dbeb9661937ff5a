import Foundation
import Synchronization

/// Hands work to threads that wait for it, in the order of coming.
final class WorkQueue<Work: Sendable>: Sendable {
    fileprivate struct State {
        var waiting: [Work] = []
        var threads = 0
        /// Threads that wait for work, and that nobody is waking.
        var asleep = 0
        var underWay = 0
        /// How much was turned away because too much waited.
        var refused = 0
        var isClosed = false
        var whoAwaitsTheEnd: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Guarded(State())
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
        let (answer, wakes): (Answer, Bool) = state.withLock { state in
            guard !state.isClosed else { return (.closed, false) }
            guard state.waiting.count < longest else {
                state.refused += 1
                return (.full, false)
            }
            state.waiting.append(work)
            guard state.asleep > 0 else { return (.taken, false) }
            state.asleep -= 1
            return (.taken, true)
        }
        if wakes { arrivals.signal() }
        return answer
    }

    /// Starts a thread that lives until the queue is closed and empty.
    ///
    /// - Parameters:
    ///   - live: does the work with `performAll`.
    ///   - end: what is to be done after that.
    func startThread(
        named name: String, _ live: @escaping @Sendable (WorkQueue) -> Void, end: @escaping @Sendable () -> Void
    ) {
        state.withLock { $0.threads += 1 }
        let thread = Thread { [self] in
            live(self)
            end()
            threadEnded()
        }
        thread.name = name
        thread.start()
    }

    /// Performs what comes until the queue is closed and empty.
    ///
    /// - Parameter most: how much of what waits is performed together.
    func performAll(atMost most: Int, _ perform: ([Work]) -> Void) {
        while case let batch = next(atMost: most), !batch.isEmpty {
            perform(batch)
            state.withLock { $0.underWay -= batch.count }
        }
    }

    /// How many threads there are, how much of the work is being done and waits, and how much was turned away.
    var load: (threads: Int, underWay: Int, waiting: Int, refused: Int) {
        state.withLock { ($0.threads, $0.underWay, $0.waiting.count, $0.refused) }
    }

    /// Takes no more work. What waits is still done.
    func close() {
        let asleep = state.withLock { state in
            state.isClosed = true
            defer { state.asleep = 0 }
            return state.asleep
        }
        for _ in 0..<asleep { arrivals.signal() }
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

    /// Blocks until there is work; nothing at the end.
    private func next(atMost most: Int) -> [Work] {
        while true {
            let batch: [Work]? = state.withLock { state in
                if state.waiting.isEmpty, !state.isClosed {
                    state.asleep += 1
                    return nil
                }
                return state.take(atMost: most)
            }
            if let batch { return batch }
            arrivals.wait()
        }
    }

    private func threadEnded() {
        let waiting = state.withLock { state in
            state.threads -= 1
            return state.threads == 0 ? state.whoAwaitsTheEnd : []
        }
        for continuation in waiting { continuation.resume() }
    }
}

extension WorkQueue.State {
    fileprivate mutating func take(atMost most: Int) -> [Work] {
        let batch = Array(waiting.prefix(most))
        waiting.removeFirst(batch.count)
        underWay += batch.count
        return batch
    }
}
