/// Everything the client can report. No case carries a parameter or a result, so each may be logged.
public enum PostgresError: Error, Sendable, Hashable {
    /// No connection became free within the wait limit, or the queue was full. Nothing ran. Answer 503.
    case poolExhausted
    /// No connection to the server could be made within the wait limit. Nothing ran. Answer 503.
    case notConnected
    /// The server did not answer in time. In a transaction: it was given up before its COMMIT was sent.
    case timedOut
    /// The connection was lost before a COMMIT was sent: what the transaction did is undone.
    case connectionLost
    /// The task was cancelled before a COMMIT was sent: what the transaction did is undone.
    case cancelled
    /// The server refused a statement, or the COMMIT; in both cases nothing of the transaction stays.
    case server(PostgresServerError)
    /// The server answered the COMMIT with ROLLBACK, because an error before it had been ignored.
    case transactionRolledBack
    /// The COMMIT was sent, and nobody knows whether it took effect (or outlives a failover).
    /// Neither a success nor a failure: answer 503 and let the client repeat with its idempotency key.
    case commitOutcomeUnknown
    /// A `PostgresTransaction` was used after its closure had returned.
    case transactionFinished
    /// The client was not started, or is shutting down.
    case notRunning
    /// The connection string is malformed, or has an unknown keyword. Its text is not repeated: it holds a password.
    case invalidConfiguration
    /// A parameter (counted from 1) holds a NUL byte, which PostgreSQL text cannot hold; 0: too many parameters.
    case invalidParameter(position: Int)
    /// The SQL text holds a NUL byte or asks for something that is not supported (COPY).
    case invalidStatement
    /// A result column (counted from 0) is NULL, missing, or of another type than asked for.
    case unexpectedValue(column: Int)
    /// The result had another number of rows than asked for.
    case unexpectedRowCount(Int)
}

extension PostgresError {
    /// Whether the whole transaction (or read) did not take effect and may succeed when run again:
    /// serialization failures, deadlocks, a lost connection, a server that has become a standby.
    public var isRetryable: Bool {
        switch self {
        case .server(let error): error.isRetryable
        case .connectionLost: true
        case .poolExhausted, .notConnected, .timedOut, .cancelled, .transactionRolledBack, .commitOutcomeUnknown,
            .transactionFinished, .notRunning, .invalidConfiguration, .invalidParameter, .invalidStatement,
            .unexpectedValue, .unexpectedRowCount:
            false
        }
    }

    /// The server's error, when it is one.
    public var serverError: PostgresServerError? {
        guard case .server(let error) = self else { return nil }
        return error
    }
}
