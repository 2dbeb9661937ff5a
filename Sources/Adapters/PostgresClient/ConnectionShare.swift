/// How many of a client's connections one event loop drives.
struct ConnectionShare: Sendable, Equatable {
    var reads = 0
    var transactions = 0

    /// The shares of so many loops: reading connections are spread over all, those for transactions stay together, so that
    /// whoever waits for one gets the first that is free.
    static func shares(_ configuration: PostgresConfiguration, loops: Int) -> [ConnectionShare] {
        var shares = [ConnectionShare](repeating: ConnectionShare(), count: max(1, loops))
        for number in 0..<max(0, configuration.readConnections) { shares[number % shares.count].reads += 1 }
        shares[0].transactions = max(1, configuration.transactionConnections)
        return shares.filter { $0 != ConnectionShare() }
    }
}
