/// A snapshot for metrics and readiness, at most one turn of the reactor old.
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

/// Where the reactor leaves the latest counters.
final class CounterBoard: Sendable {
    private let latest = Guarded(PostgresCounters())

    var counters: PostgresCounters { latest.withLock { $0 } }

    func publish(_ counters: PostgresCounters) {
        latest.withLock { $0 = counters }
    }
}
