/// A read that was begun.
public struct PendingRead: Sendable {
    let request: StatementRequest

    /// Waits for its rows; called once. Throws as `PostgresClient.read`.
    public func rows() async throws(PostgresError) -> PostgresRows {
        try await request.waiter.value(onCancel: {})
    }
}
