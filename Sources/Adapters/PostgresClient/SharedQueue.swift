/// Works that wait for a transaction which they may share.
final class SharedQueue<Note: Sendable>: Sendable {
    /// A work that waits.
    struct Passenger: Sendable {
        let keys: [Int64]
        let since: ContinuousClock.Instant
        let seat = Waiter<SharedSeat<Note>>()
    }

    private struct State {
        var waiting: [Passenger] = []
        /// By works that are under way.
        var held: Set<Int64> = []
        var drivers = 0
        var isWatched = false
    }

    /// So many transactions are under way at most: while one waits for the server, another one's works think.
    private static var mostDrivers: Int { 2 }
    /// So many works share one at most, so that the first of them does not wait long for the last.
    private static var mostWorks: Int { 32 }

    private let longest: Int
    private let waitLimit: Duration
    private let state = Guarded(State())

    init(longest: Int, waitLimit: Duration) {
        self.longest = longest
        self.waitLimit = waitLimit
    }

    private enum Next { case wait, drive, refuse }

    /// - Returns: whether a driver is wanted.
    /// - Throws: `.poolExhausted` when too many wait.
    func append(_ passenger: Passenger) throws(PostgresError) -> Bool {
        let next = state.withLock { state -> Next in
            guard state.waiting.count < longest else { return .refuse }
            state.waiting.append(passenger)
            guard state.drivers < Self.mostDrivers else { return .wait }
            state.drivers += 1
            return .drive
        }
        guard next != .refuse else { throw .poolExhausted }
        if next == .wait { watch() }
        return next == .drive
    }

    /// For a driver: whether anybody waits whose keys are free. When nobody does, the driver is done; whoever holds the keys
    /// looks after the rest.
    func hasNext() -> Bool {
        state.withLock { state in
            state.waiting.removeAll { $0.seat.isSettled }
            let hasNext = state.waiting.contains { state.held.isDisjoint(with: $0.keys) }
            if !hasNext { state.drivers -= 1 }
            return hasNext
        }
    }

    /// Those whose keys are free, in the order in which they came: nobody is overtaken by one who wants the same.
    func take() -> [Passenger] {
        state.withLock { state in
            var (taken, left, spoken) = ([] as [Passenger], [] as [Passenger], state.held)
            for passenger in state.waiting where !passenger.seat.isSettled {
                if taken.count < Self.mostWorks, spoken.isDisjoint(with: passenger.keys) {
                    taken.append(passenger)
                    state.held.formUnion(passenger.keys)
                } else {
                    left.append(passenger)
                }
                spoken.formUnion(passenger.keys)
            }
            state.waiting = left
            return taken
        }
    }

    func free(_ keys: [Int64]) { state.withLock { $0.held.subtract(keys) } }

    /// No transaction can be begun.
    func refuseAll(_ reason: PostgresError) {
        let waiting = state.withLock { state in
            defer { state.waiting = [] }
            return state.waiting
        }
        for passenger in waiting { passenger.seat.settle(.failure(reason)) }
    }

    /// Sees to it that nobody waits for longer than the limit; one task as long as somebody waits.
    private func watch() {
        let isFirst = state.withLock { state in
            defer { state.isWatched = true }
            return !state.isWatched
        }
        guard isFirst else { return }
        Task { while let next = self.refuseLate() { try? await Task.sleep(until: next) } }
    }

    /// - Returns: when to look again; `nil` when nobody waits any more.
    private func refuseLate() -> ContinuousClock.Instant? {
        let now = ContinuousClock.now
        let (late, next) = state.withLock { state -> ([Passenger], ContinuousClock.Instant?) in
            let late = state.waiting.prefix { $0.since + waitLimit <= now }
            state.waiting.removeFirst(late.count)
            state.isWatched = !state.waiting.isEmpty
            return (Array(late), state.waiting.first.map { $0.since + waitLimit })
        }
        for passenger in late { passenger.seat.settle(.failure(.poolExhausted)) }
        return next
    }
}
