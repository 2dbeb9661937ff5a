extension PostgresClient {
    /// Runs one short read under a setting on a shared connection, in autocommit. It may be sent more than once, so the server
    /// refuses writes here (25006). A cancelled task leaves at once; the statement runs to its end unheard.
    /// - Throws: `.server`; `.poolExhausted` or `.notConnected` when it was not sent in time; `.timedOut`,
    ///   `.connectionLost` when it was not answered; `.cancelled`; `.invalidParameter`; `.notRunning`.
    public func read(
        _ statement: PostgresStatement, _ parameters: [PostgresValue] = [], setting: LocalSetting = .none
    ) async throws(PostgresError) -> PostgresRows {
        try await beginRead(statement, parameters, setting: setting).rows()
    }

    /// Begins a short read: it goes out at the end of this turn of the event loop, together with what else is asked for in
    /// it, whether anybody waits for its rows or not.
    /// - Throws: `.invalidParameter`, `.invalidStatement`.
    public func beginRead(
        _ statement: PostgresStatement, _ parameters: [PostgresValue] = [], setting: LocalSetting = .none
    ) throws(PostgresError) -> PendingRead {
        let request = try StatementRequest(statement, parameters, setting)
        lanes.forReads.post(.read(request))
        return PendingRead(request: request)
    }

    /// Runs one read that may take long (a list, a search) on an exclusive connection, without BEGIN and COMMIT.
    /// Run again once when the connection is lost, so never a write. When the task is cancelled, so is the statement.
    /// Throws as `read`.
    public func longRead(
        _ statement: PostgresStatement, _ parameters: [PostgresValue] = [], setting: LocalSetting = .none
    ) async throws(PostgresError) -> PostgresRows {
        do throws(PostgresError) {
            return try await readOnce(statement, parameters, setting)
        } catch {
            guard error.isRetryable else { throw error }
            return try await readOnce(statement, parameters, setting)
        }
    }

    private func readOnce(
        _ statement: PostgresStatement, _ parameters: [PostgresValue], _ setting: LocalSetting
    ) async throws(PostgresError) -> PostgresRows {
        let session = try await acquire(LeaseRequest(begin: nil, isReadOnly: true))
        defer { session.release() }
        return try await session.carry(try StatementRequest(statement, parameters, setting))
    }

    func acquire(_ request: LeaseRequest) async throws(PostgresError) -> LeasedConnection {
        let mailbox = lanes.forTransactions
        mailbox.post(.acquire(request))
        let lease = try await request.waiter.value(onCancel: {})
        return LeasedConnection(lease: lease, mailbox: mailbox)
    }
}
