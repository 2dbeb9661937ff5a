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

    /// Lets the next one in, who then has to `leave`, or stays inside.
    ///
    /// - Returns: whether somebody came.
    func handOver() -> Bool {
        let next: Visitor? = state.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
        next?.answer(.admitted)
        return next != nil
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
        var needsWatch = false
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
            let deadline = ContinuousClock.now + longestWait
            state.waiting.append(Visitor(number: number, continuation: continuation, deadline: deadline))
            needsWatch = !state.isWatched
            state.isWatched = true
            return nil
        }
        if needsWatch { watch(until: .now + longestWait) }
        if let answer { continuation.resume(returning: answer) }
    }

    /// Turns away whoever has waited too long: one alarm for all, since those who came first are the first to go.
    private func watch(until deadline: ContinuousClock.Instant) {
        Task { [weak self] in
            var next: ContinuousClock.Instant? = deadline
            while let deadline = next {
                try? await Task.sleep(until: deadline, clock: .continuous)
                next = self?.turnAwayLate()
            }
        }
    }

    /// - Returns: when to look again, if anybody waits.
    private func turnAwayLate() -> ContinuousClock.Instant? {
        let (late, next) = state.withLock { $0.removeLate(at: .now) }
        for visitor in late { visitor.answer(.turnedAway) }
        return next
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
        let deadline: ContinuousClock.Instant

        func answer(_ answer: Answer) { continuation.resume(returning: answer) }
    }

    private struct State {
        var isTaken = false
        var isClosed = false
        /// Whether an alarm is set.
        var isWatched = false
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

        mutating func removeLate(at now: ContinuousClock.Instant) -> (late: [Visitor], next: ContinuousClock.Instant?) {
            let late = Array(waiting.prefix { $0.deadline <= now })
            waiting.removeFirst(late.count)
            refused += late.count
            isWatched = !waiting.isEmpty
            return (late, waiting.first?.deadline)
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
