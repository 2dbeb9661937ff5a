import Synchronization

/// A snapshot for metrics and readiness, at most one turn of each event loop old.
public struct PostgresCounters: Sendable, Hashable {
    /// Shared connections that are open.
    public internal(set) var readConnectionsOpen = 0
    /// Reads waiting to be sent.
    public internal(set) var readsWaiting = 0
    /// Reads sent and not answered.
    public internal(set) var readsInFlight = 0
    /// Exclusive connections that are open.
    public internal(set) var transactionConnectionsOpen = 0
    /// Exclusive connections in use.
    public internal(set) var transactionsInUse = 0
    /// Transactions waiting for a connection.
    public internal(set) var transactionsWaiting = 0
    /// Connections lost and opened anew since the start.
    public internal(set) var connectionsLost = 0
    /// Reads sent again since the start, after an error in their batch or a lost connection.
    public internal(set) var readsRepeated = 0
    /// Requests refused with `.poolExhausted` or `.notConnected` since the start.
    public internal(set) var refused = 0
}

extension PostgresCounters {
    /// Those of two reactors together.
    static func + (one: PostgresCounters, other: PostgresCounters) -> PostgresCounters {
        var sum = one
        sum.readConnectionsOpen += other.readConnectionsOpen
        sum.readsWaiting += other.readsWaiting
        sum.readsInFlight += other.readsInFlight
        sum.transactionConnectionsOpen += other.transactionConnectionsOpen
        sum.transactionsInUse += other.transactionsInUse
        sum.transactionsWaiting += other.transactionsWaiting
        sum.connectionsLost += other.connectionsLost
        sum.readsRepeated += other.readsRepeated
        sum.refused += other.refused
        return sum
    }
}

/// Where a reactor leaves the latest counters.
final class CounterBoard: Sendable {
    private let latest = Guarded(PostgresCounters())
    private let waiting = Atomic(0)
    private let isOpen = Atomic(false)

    var counters: PostgresCounters { latest.withLock { $0 } }
    /// Reads waiting to be sent.
    var readsWaiting: Int { waiting.load(ordering: .relaxed) }
    /// Whether reads can be sent at all.
    var hasOpenReads: Bool { isOpen.load(ordering: .relaxed) }

    func publish(_ counters: PostgresCounters) {
        latest.withLock { $0 = counters }
        waiting.store(counters.readsWaiting, ordering: .relaxed)
        isOpen.store(counters.readConnectionsOpen > 0, ordering: .relaxed)
    }
}
