import Domain
import Synchronization

/// Admits one at a time, in the order of coming, for a bounded time of waiting.
final class SQLiteGate: Sendable {
    private let longestWait: Duration
    private let longestQueue: Int
    private let state = Mutex(State())

    init(longestWait: Duration, longestQueue: Int) {
        self.longestWait = longestWait
        self.longestQueue = longestQueue
    }

    /// Waits for its turn. Each success is followed by one `leave`.
    ///
    /// - Throws: `.busy` when too many wait already, after the longest wait, and when the task is cancelled while it
    ///   waits; `.unavailable` when the gate is closed.
    func enter() async throws(Failure) {
        let number = state.withLock { $0.takeNumber() }
        let answer = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                queue(number, continuation)
            }
        } onCancel: {
            turnAway(number)
        }
        switch answer {
        case .admitted: return
        case .turnedAway: throw .busy
        case .closed: throw Failure(sqlite: SQLiteFault.closed)
        }
    }

    /// Lets the next one in.
    func leave() {
        let next = state.withLock { $0.admitNext() }
        next?.answer(.admitted)
    }

    /// Whether somebody is inside, how many wait, and how many were turned away.
    var load: (isTaken: Bool, waiting: Int, refused: Int) {
        state.withLock { ($0.isTaken, $0.waiting.count, $0.refused) }
    }

    /// Turns away all who wait or come, and returns when nobody is inside.
    func close() async {
        let waiting = state.withLock { $0.close() }
        for visitor in waiting { visitor.answer(.closed) }
        await withCheckedContinuation { continuation in
            let isEmpty = state.withLock { $0.isEmpty(orTell: continuation) }
            if isEmpty { continuation.resume() }
        }
    }

    private func queue(_ number: UInt64, _ continuation: CheckedContinuation<Answer, Never>) {
        let answer: Answer? = state.withLock { state in
            if state.isClosed { return .closed }
            if !state.isTaken {
                state.isTaken = true
                return .admitted
            }
            // Seen under the lock: a cancellation before this point found nobody to turn away.
            guard state.waiting.count < longestQueue, !Task.isCancelled else {
                state.refused += 1
                return .turnedAway
            }
            state.waiting.append(Visitor(number: number, continuation: continuation, alarm: alarm(for: number)))
            return nil
        }
        if let answer { continuation.resume(returning: answer) }
    }

    private func alarm(for number: UInt64) -> Task<Void, Never> {
        Task { [weak self, longestWait] in
            try? await Task.sleep(for: longestWait)
            guard !Task.isCancelled else { return }
            self?.turnAway(number)
        }
    }

    private func turnAway(_ number: UInt64) {
        let visitor = state.withLock { $0.remove(number) }
        visitor?.answer(.turnedAway)
    }
}

extension SQLiteGate {
    private enum Answer {
        case admitted, turnedAway, closed
    }

    private struct Visitor {
        let number: UInt64
        let continuation: CheckedContinuation<Answer, Never>
        let alarm: Task<Void, Never>

        func answer(_ answer: Answer) {
            alarm.cancel()
            continuation.resume(returning: answer)
        }
    }

    private struct State {
        var isTaken = false
        var isClosed = false
        var waiting: [Visitor] = []
        var refused = 0
        private var lastNumber: UInt64 = 0
        private var whoCloses: CheckedContinuation<Void, Never>?

        mutating func takeNumber() -> UInt64 {
            lastNumber += 1
            return lastNumber
        }

        mutating func admitNext() -> Visitor? {
            guard waiting.isEmpty else { return waiting.removeFirst() }
            isTaken = false
            whoCloses?.resume()
            whoCloses = nil
            return nil
        }

        mutating func remove(_ number: UInt64) -> Visitor? {
            guard let index = waiting.firstIndex(where: { $0.number == number }) else { return nil }
            refused += 1
            return waiting.remove(at: index)
        }

        mutating func close() -> [Visitor] {
            isClosed = true
            defer { waiting = [] }
            return waiting
        }

        mutating func isEmpty(orTell continuation: CheckedContinuation<Void, Never>) -> Bool {
            guard isTaken, whoCloses == nil else { return true }
            whoCloses = continuation
            return false
        }
    }
}
