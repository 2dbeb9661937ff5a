public import Logging

/// A PostgreSQL client in two lanes: reads that share a few pipelined connections, and transactions that have one
/// each. One thread of its own drives libpq without blocking. Waiting is bounded everywhere.
public final class PostgresClient: Sendable {
    let configuration: PostgresConfiguration
    let mailbox = Mailbox()
    private let board = CounterBoard()
    private let logger: Logger

    /// Opens nothing before `start()`. The logger never gets parameters or results.
    public init(configuration: PostgresConfiguration, logger: Logger) {
        self.configuration = configuration
        self.logger = logger
    }

    deinit {
        mailbox.post(.shutDown(within: .zero, Waiter()))
    }

    /// Starts the thread, which begins to connect and keeps doing so. Returns at once; a second call does nothing.
    /// A client that was shut down may be started again.
    public func start() {
        guard mailbox.open() else { return }
        let (configuration, mailbox, board, logger) = (configuration, mailbox, board, logger)
        let isStarted = DetachedThread.start(named: "postgres") {
            Reactor(configuration: configuration, mailbox: mailbox, board: board, logger: logger).run()
        }
        if !isStarted {
            logger.critical("no thread for the postgres client")
            mailbox.shut()
        }
    }

    /// Refuses new requests with `.notRunning`, waits for those that have begun, then closes all connections.
    /// What is not done after `limit` is cut off: a COMMIT as `.commitOutcomeUnknown`, all else as `.notRunning`.
    public func shutdown(within limit: Duration = .seconds(30)) async {
        let waiter = Waiter<Void>()
        mailbox.post(.shutDown(within: limit, waiter))
        _ = try? await waiter.value()
    }

    /// For metrics; costs one uncontended lock.
    public var counters: PostgresCounters { board.counters }

    /// For readiness: a statement to the server and back. Throws as `read`.
    public func ping() async throws(PostgresError) {
        _ = try await read("SELECT 1")
    }
}
