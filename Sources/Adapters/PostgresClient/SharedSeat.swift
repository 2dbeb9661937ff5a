/// The part that one work has in a transaction which it shares with others.
public final class SharedSeat<Note: Sendable>: Sendable {
    /// For the work's statements: a `query` that begins with SELECT is answered, one at a time, and what is left for later is
    /// left for the transaction's end. Anything else has the work run by itself.
    public let transaction: PostgresTransaction
    /// Why nothing was kept, or nothing when everything was.
    let outcome = Waiter<Void>()
    private let rounds: SharedRounds
    private let left = Guarded<(notes: [Note], hasEnded: Bool)>(([], false))
    private let last = Guarded<(isOver: Bool, action: (@Sendable () -> Void)?)>((false, nil))

    init(in rounds: SharedRounds) {
        self.rounds = rounds
        transaction = PostgresTransaction(SharedCarrier(rounds: rounds))
    }

    /// Leaves something for the transaction's end, where it is written together with what others left.
    public func note(_ notes: [Note]) { left.withLock { $0.notes += notes } }

    /// The work has come to its end.
    func end() {
        left.withLock { $0.hasEnded = true }
        rounds.end()
    }

    /// The work has failed, and nothing of it is kept.
    func leave() { rounds.end() }

    /// Has something done once the transaction has ended: until then it holds what the work held, even if that has failed.
    func whenOver(_ action: @escaping @Sendable () -> Void) {
        let isOver = last.withLock { last in
            if !last.isOver { last.action = action }
            return last.isOver
        }
        if isOver { action() }
    }

    /// The transaction has ended.
    func close(_ result: Result<Void, PostgresError>) {
        outcome.settle(result)
        let action = last.withLock { last in
            defer { last = (true, nil) }
            return last.action
        }
        action?()
    }

    /// What the work has left; nothing when it has failed.
    func take() -> (statements: [StatementRequest], notes: [Note]) {
        let left = left.withLock { $0 }
        return left.hasEnded ? (transaction.takeLater(), left.notes) : ([], [])
    }
}

/// Brings a work's statements into the common batch.
private final class SharedCarrier: StatementCarrier {
    private let rounds: SharedRounds
    private let isAsking = Guarded(false)

    init(rounds: SharedRounds) { self.rounds = rounds }

    /// - Throws: `.transactionFinished` for what cannot be shared, and while another statement is waited for.
    func carry(_ request: StatementRequest) async throws(PostgresError) -> PostgresRows {
        guard request.mayBeShared, request.ahead.allSatisfy(\.mayBeShared), begin() else {
            throw .transactionFinished
        }
        defer { isAsking.withLock { $0 = false } }
        return try await rounds.ask(request)
    }

    private func begin() -> Bool {
        isAsking.withLock { isAsking in
            defer { isAsking = true }
            return !isAsking
        }
    }
}

extension StatementRequest {
    /// Whether it reads, so that nothing of a work's has been changed before it has come to its end, and is planned as the
    /// others are.
    fileprivate var mayBeShared: Bool {
        kind == .query && hasWantedRows && planning == .byServer && sql.utf8.starts(with: "SELECT".utf8)
    }
}
