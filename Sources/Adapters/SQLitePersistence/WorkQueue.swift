import Foundation

/// Hands work to threads that wait for it, in the order of coming.
final class WorkQueue<Work: Sendable>: Sendable {
    private struct State {
        var waiting: [Work] = []
        var threads = 0
        var isClosed = false
        var whoAwaitsTheEnd: [CheckedContinuation<Void, Never>] = []
    }

    // A lock that ThreadSanitizer sees, unlike a contended `Mutex` (docs/decisions/0007-guarded-mutex.md).
    private let lock = NSLock()
    nonisolated(unsafe) private var state = State()
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
        let answer: Answer = withState { state in
            guard !state.isClosed else { return .closed }
            guard state.waiting.count < longest else { return .full }
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
        withState { $0.threads += 1 }
        let thread = Thread { [self] in
            while let work = next() { perform(work) }
            end()
            threadEnded()
        }
        thread.name = name
        thread.start()
    }

    /// Takes no more work. What waits is still done.
    func close() {
        let threads = withState { state in
            defer { state.isClosed = true }
            return state.isClosed ? 0 : state.threads
        }
        for _ in 0..<threads { arrivals.signal() }
    }

    /// Waits until all threads have ended, after `close`.
    func ended() async {
        await withCheckedContinuation { continuation in
            let isOver = withState { state in
                if state.threads > 0 { state.whoAwaitsTheEnd.append(continuation) }
                return state.threads == 0
            }
            if isOver { continuation.resume() }
        }
    }

    private func withState<Result>(_ body: (inout State) -> Result) -> Result { lock.withLock { body(&state) } }

    /// Blocks until there is work; `nil` at the end.
    private func next() -> Work? {
        arrivals.wait()
        return withState { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
    }

    private func threadEnded() {
        let waiting = withState { state in
            state.threads -= 1
            return state.threads == 0 ? state.whoAwaitsTheEnd : []
        }
        for continuation in waiting { continuation.resume() }
    }
}
