/// Brings the statements of a transaction to the server.
protocol StatementCarrier: Sendable {
    /// Throws as `PostgresTransaction.query`.
    func carry(_ request: StatementRequest) async throws(PostgresError) -> PostgresRows
}

/// The use of an exclusive connection.
struct LeasedConnection: StatementCarrier {
    let lease: LeaseID
    let mailbox: Mailbox

    /// The end of a transaction is never cancelled.
    func carry(_ request: StatementRequest) async throws(PostgresError) -> PostgresRows {
        mailbox.post(.run(lease, request))
        switch request.kind {
        case .commit, .rollback: return try await request.waiter.value()
        case .query, .script: return try await request.waiter.value { mailbox.post(.cancel(lease, request)) }
        }
    }

    /// Gives the connection back after a statement outside a transaction.
    func release() {
        mailbox.post(.release(lease))
    }
}
