import Dispatch

/// Work that waits for hashing threads: a bounded number of pieces, first come, first served.
final class HashingQueue: Sendable {
    /// A piece of work. What it returns announces its result, and is run when its place is free again.
    typealias Work = @Sendable () -> @Sendable () -> Void

    private struct State {
        var waiting: [Work] = []
        /// Pieces that wait or are being done.
        var places = 0
        var refused = 0
        var isClosed = false
    }

    private let capacity: Int
    private let state = Guarded(State())
    private let signal = DispatchSemaphore(value: 0)

    /// - Parameter capacity: how many pieces may wait or be done at a time.
    init(capacity: Int) { self.capacity = capacity }

    /// Adds a piece of work at the end.
    ///
    /// - Returns: whether there was a place for it; if not, it will never run.
    func add(_ work: @escaping Work) -> Bool {
        let isAdded = state.withLock { state in
            guard !state.isClosed, state.places < capacity else {
                state.refused += 1
                return false
            }
            state.places += 1
            state.waiting.append(work)
            return true
        }
        if isAdded { signal.signal() }
        return isAdded
    }

    /// Does pieces of work, one after the other, until the queue is closed and empty. Blocks its thread.
    func work() {
        while let work = next() {
            let announce = work()
            state.withLock { $0.places -= 1 }
            announce()
        }
    }

    /// Takes no more work. What waits is still done.
    ///
    /// - Parameter workers: how many threads are in `work`.
    func close(workers: Int) {
        let wasOpen = state.withLock { state in
            defer { state.isClosed = true }
            return !state.isClosed
        }
        guard wasOpen else { return }
        for _ in 0..<workers { signal.signal() }
    }

    /// How many pieces are being done and wait, and how many had no place.
    var load: (running: Int, waiting: Int, refused: Int) {
        state.withLock { ($0.places - $0.waiting.count, $0.waiting.count, $0.refused) }
    }

    /// There is a signal for each piece and, once closed, one for each thread: no piece waits means closed.
    private func next() -> Work? {
        signal.wait()
        return state.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
    }
}
