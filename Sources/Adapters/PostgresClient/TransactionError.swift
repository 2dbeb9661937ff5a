/// Why a transaction did not come to a good end.
public enum TransactionError<WorkError: Error>: Error {
    /// The closure threw this, and the transaction was rolled back.
    case work(WorkError)
    /// Beginning or committing failed. Nothing took effect, unless it is `.commitOutcomeUnknown`.
    case client(PostgresError)
}

extension TransactionError {
    /// Whether nobody knows if it took effect.
    public var isOfUnknownOutcome: Bool {
        guard case .client(.commitOutcomeUnknown) = self else { return false }
        return true
    }
}
