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
        var refused = 0

        /// The places of those whose keys are free, in the order in which they came: nobody is overtaken by one who wants the
        /// same.
        func admissible(atMost limit: Int) -> [Int] {
            var (places, spoken) = ([] as [Int], held)
            for (place, passenger) in waiting.enumerated() where places.count < limit {
                if spoken.isDisjoint(with: passenger.keys) { places.append(place) }
                spoken.formUnion(passenger.keys)
            }
            return places
        }
    }

    /// So many transactions are under way at most: while one waits for the database, others think.
    private static var mostDrivers: Int { 3 }
    /// So many works share one at most, so that the first of them does not wait long for the last.
    private static var mostWorks: Int { 32 }

    private let longest: Int
    private let waitLimit: Duration
    private let lateReason: @Sendable () -> PostgresError
    private let state = Guarded(State())

    /// - Parameter lateReason: with what somebody is refused who has waited for so long.
    init(longest: Int, waitLimit: Duration, lateReason: @escaping @Sendable () -> PostgresError) {
        self.longest = longest
        self.waitLimit = waitLimit
        self.lateReason = lateReason
    }

    var refused: Int { state.withLock { $0.refused } }

    var waiting: Int { state.withLock { $0.waiting.count } }

    /// - Throws: `.poolExhausted` when too many wait.
    func append(_ passenger: Passenger) throws(PostgresError) {
        let isTaken = state.withLock { state in
            guard state.waiting.count < longest else {
                state.refused += 1
                return false
            }
            state.waiting.append(passenger)
            return true
        }
        guard isTaken else { throw .poolExhausted }
        watch()
    }

    /// For a driver: whether anybody waits who could be served. When nobody does, the driver is done; who holds the keys of the
    /// rest starts another one.
    func hasNext() -> Bool {
        state.withLock { state in
            state.waiting.removeAll { $0.seat.isSettled }
            let hasNext = !state.admissible(atMost: 1).isEmpty
            if !hasNext { state.drivers -= 1 }
            return hasNext
        }
    }

    /// Those who can be served now. What they hold is theirs until `free`.
    func take() -> [Passenger] {
        state.withLock { state in
            state.waiting.removeAll { $0.seat.isSettled }
            let places = state.admissible(atMost: Self.mostWorks)
            let taken = places.map { state.waiting[$0] }
            for place in places.reversed() { state.waiting.remove(at: place) }
            state.held.formUnion(taken.flatMap(\.keys))
            return taken
        }
    }

    func free(_ keys: [Int64]) { state.withLock { $0.held.subtract(keys) } }

    /// Whether somebody waits for whom a driver is wanted.
    func wantsDriver() -> Bool {
        state.withLock { state in
            guard !state.waiting.isEmpty, state.drivers < Self.mostDrivers else { return false }
            state.drivers += 1
            return true
        }
    }

    /// No transaction can be begun.
    func refuseAll(_ reason: PostgresError) {
        let waiting = state.withLock { state in
            defer { state.waiting = [] }
            state.refused += state.waiting.count
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
        Task {
            repeat { refuseLate() } while await sleepUntilNextIsLate()
        }
    }

    /// - Returns: false when nobody waits any more.
    private func sleepUntilNextIsLate() async -> Bool {
        let first = state.withLock { state in
            state.isWatched = !state.waiting.isEmpty
            return state.waiting.first?.since
        }
        guard let first else { return false }
        try? await Task.sleep(until: first + waitLimit)
        return true
    }

    /// Refuses those who have waited for as long as anybody may.
    func refuseLate() {
        let now = ContinuousClock.now
        let late = state.withLock { state in
            let late = Array(state.waiting.prefix { $0.since + waitLimit <= now })
            state.waiting.removeFirst(late.count)
            state.refused += late.count
            return late
        }
        guard !late.isEmpty else { return }
        let reason = lateReason()
        for passenger in late { passenger.seat.settle(.failure(reason)) }
    }
}
