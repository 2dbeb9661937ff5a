public import Logging

/// A PostgreSQL client in two lanes: reads that share a few pipelined connections, and transactions that have one
/// each. SwiftNIO's event loops drive libpq without blocking; a read that is asked for on one of them is sent and
/// answered there. Waiting is bounded everywhere.
public final class PostgresClient: Sendable {
    let configuration: PostgresConfiguration
    let lanes: LoopLanes
    private let logger: Logger

    /// Opens nothing before `start()`. The logger never gets parameters or results.
    public init(configuration: PostgresConfiguration, logger: Logger) {
        self.configuration = configuration
        lanes = LoopLanes(configuration)
        self.logger = logger
    }

    deinit {
        for mailbox in lanes.mailboxes { mailbox.post(.shutDown(within: .zero, Waiter())) }
    }

    /// Begins to connect, and keeps doing so. Returns at once; a second call does nothing.
    /// A client that was shut down may be started again.
    public func start() {
        if !SocketWatch.shared.start() { logger.critical("no thread for the postgres client") }
        let (configuration, lanes, logger) = (configuration, lanes, logger)
        for (mailbox, share) in zip(lanes.mailboxes, lanes.shares) {
            mailbox.open { mailbox in
                Reactor(
                    configuration: configuration, share: share, mailbox: mailbox, others: lanes.others(than: mailbox),
                    logger: logger)
            }
        }
    }

    /// Refuses new requests with `.notRunning`, waits for those that have begun, then closes all connections.
    /// What is not done after `limit` is cut off: a COMMIT as `.commitOutcomeUnknown`, all else as `.notRunning`.
    public func shutdown(within limit: Duration = .seconds(30)) async {
        let waiters = lanes.mailboxes.map { mailbox in
            let waiter = Waiter<Void>()
            mailbox.post(.shutDown(within: limit, waiter))
            return waiter
        }
        for waiter in waiters { _ = try? await waiter.value() }
    }

    /// For metrics; costs an uncontended lock for each event loop.
    public var counters: PostgresCounters {
        lanes.mailboxes.reduce(PostgresCounters()) { $0 + $1.board.counters }
    }

    /// For readiness: a statement to the server and back. Throws as `read`.
    public func ping() async throws(PostgresError) {
        _ = try await read("SELECT 1")
    }
}
