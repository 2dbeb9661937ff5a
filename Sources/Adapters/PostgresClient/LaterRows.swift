/// The rows of a statement that was left for the transaction's next one.
public struct LaterRows: Sendable {
    let request: StatementRequest

    /// To be asked for once, when the next statement has been answered.
    ///
    /// - Throws: `.transactionFinished` before that, and when either of them failed.
    public func rows() async throws(PostgresError) -> PostgresRows {
        guard request.waiter.isSettled else { throw .transactionFinished }
        return try await request.waiter.value()
    }
}
