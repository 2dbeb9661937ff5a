/// What a connection reports about one operation.
enum Outcome {
    case rows(PostgresRows)
    /// The server refused it.
    case refused(PostgresServerError)
    /// It did not run, because of an error before it in its batch.
    case aborted
    /// A COMMIT that the server turned into a ROLLBACK.
    case rolledBack
    /// A COMMIT that may or may not outlive a failover.
    case inDoubt
}
