/// What a connection reports about one operation.
enum Outcome {
    case rows(PostgresRows)
    /// The server refused it.
    case refused(PostgresServerError)
    /// It did not run, because of an error before it in its batch.
    case aborted
    /// It asks for something that is not supported (COPY); its connection is of no more use.
    case unsupported
    /// A COMMIT that the server turned into a ROLLBACK.
    case rolledBack
    /// A COMMIT that may or may not outlive a failover.
    case inDoubt
}
