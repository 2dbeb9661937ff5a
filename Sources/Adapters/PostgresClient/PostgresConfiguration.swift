import NIOCore

/// How to reach the server, and the limits kept. Immutable once a client is made of it.
public struct PostgresConfiguration: Sendable {
    /// Connections shared by `read`, spread over the event loops; more than one on each make smaller batches and cost CPU.
    /// With none, reads time out.
    public var readConnections = min(8, System.coreCount)
    /// Connections for transactions and long reads, each used by one request at a time.
    public var transactionConnections = 6
    /// How long a request waits for a connection before `.poolExhausted`.
    public var waitLimit: Duration = .seconds(1)
    /// Reads that may wait; one more is refused at once with `.poolExhausted`.
    public var readQueueLimit = 1_024
    /// Transactions that may wait; one more is refused at once with `.poolExhausted`.
    public var transactionQueueLimit = 128
    /// `statement_timeout` of the shared connections: a read that is slow delays its neighbours.
    public var readTimeout: Duration = .seconds(2)
    /// `statement_timeout` of each statement in a transaction and of long reads.
    public var statementTimeout: Duration = .seconds(10)
    /// `lock_timeout` in transactions; `.server` with SQLSTATE 55P03 past it.
    public var lockTimeout: Duration = .seconds(5)
    /// `idle_in_transaction_session_timeout`: a closure that hangs loses its connection.
    public var idleInTransactionTimeout: Duration = .seconds(30)
    /// How much later than the server's own timeout an answer may come before the connection is given up.
    public var answerGrace: Duration = .seconds(2)
    /// Time to open one connection to one host, unless the connection string has `connect_timeout`.
    public var connectTimeout: Duration = .seconds(5)
    /// Named prepared statements. Off for a PgBouncer older than 1.21 in transaction mode.
    public var preparedStatements = true
    /// Timeouts as session settings at connection. Off for PgBouncer, which refuses them: then each transaction
    /// and each batch sets them for itself.
    public var sessionOptions = true
    /// The name of the setting that a statement may come with (`LocalSetting`), such as `app.tenant`; fixed text, without
    /// quotes. With none, nothing is ever set.
    public var localSetting: String?
    /// Pause before a connection is tried again: the first, doubled each time up to the second, with jitter.
    public var reconnectDelay: ClosedRange<Duration> = .milliseconds(100)...(.seconds(2))
    /// Pause before the n-th repetition (from 1) of a transaction that failed with a retryable error.
    public var retryDelay: @Sendable (_ attempt: Int) -> Duration = { attempt in
        .microseconds(Int.random(in: 1_000...10_000) << min(attempt, 6))
    }

    let targets: ConnectionTargets

    /// How long it takes at most until each host has been tried once.
    public var openingTime: Duration { connectTimeout * targets.hosts.count }

    /// Reads a libpq connection string: a URL or `key=value` pairs, several hosts allowed, TLS by `sslmode`.
    /// Unless it says otherwise: `target_session_attrs=read-write`, `connect_timeout=5`,
    /// `tcp_user_timeout=10000`, keepalives after 30 s, `gssencmode=disable`, `application_name=clinic`.
    /// Prefer IP addresses or `hostaddr`: libpq resolves names while everything else waits.
    /// - Throws: `.invalidConfiguration` when libpq cannot parse it.
    public init(_ connectionString: String) throws(PostgresError) {
        targets = try ConnectionTargets(connectionString)
        if let seconds = targets.connectTimeoutSeconds { connectTimeout = .seconds(seconds) }
    }
}

extension PostgresConfiguration: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Never the connection string, which holds a password.
    public var description: String { "PostgresConfiguration(***)" }
    /// Never the connection string.
    public var debugDescription: String { description }
    /// Shows nothing.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
