/// What the works of one transaction ask for, in rounds: once each of them waits for an answer or has ended, everything that
/// was asked for is one batch.
final class SharedRounds: Sendable {
    private struct State {
        /// Works that have neither asked in this round nor ended.
        var thinking: Int
        var asked: [StatementRequest] = []
        var driver: UnsafeContinuation<Void, Never>?
        /// Why there are no more rounds.
        var failure: PostgresError?
    }

    private let state: Guarded<State>

    init(works: Int) { state = Guarded(State(thinking: works)) }

    /// For a work: waits for the rows of a statement. Deaf to cancellation, since others wait for the same batch.
    func ask(_ request: StatementRequest) async throws(PostgresError) -> PostgresRows {
        if let failure = stopThinking(asking: request) { throw failure }
        return try await request.waiter.value()
    }

    /// For a work: it asks for nothing any more. Called once.
    func end() { _ = stopThinking(asking: nil) }

    /// - Returns: why there are no more rounds.
    private func stopThinking(asking request: StatementRequest?) -> PostgresError? {
        let (driver, failure) = state.withLock { state -> (UnsafeContinuation<Void, Never>?, PostgresError?) in
            guard state.failure == nil else { return (nil, state.failure) }
            if let request { state.asked.append(request) }
            state.thinking -= 1
            guard state.thinking == 0 else { return (nil, nil) }
            defer { state.driver = nil }
            return (state.driver, nil)
        }
        driver?.resume()
        return failure
    }

    /// Carries out round after round, until all works have ended.
    ///
    /// - Throws: why a batch failed. All that was asked for in it fails with that.
    func carryOut(in transaction: PostgresTransaction) async throws(PostgresError) {
        while true {
            let asked = await nextRound()
            guard !asked.isEmpty else { return }
            do throws(PostgresError) {
                try await transaction.queryTogether(asked)
            } catch {
                for request in asked + close(error) { request.waiter.settle(.failure(error)) }
                throw error
            }
        }
    }

    /// The transaction has failed: whoever asks is told so.
    ///
    /// - Returns: what was asked for meanwhile.
    private func close(_ failure: PostgresError) -> [StatementRequest] {
        state.withLock { state in
            state.failure = failure
            defer { state.asked = [] }
            return state.asked
        }
    }

    /// Waits until nobody thinks. Empty when all have ended.
    private func nextRound() async -> [StatementRequest] {
        await withUnsafeContinuation { driver in
            let isReady = state.withLock { state in
                if state.thinking > 0 { state.driver = driver }
                return state.thinking == 0
            }
            if isReady { driver.resume() }
        }
        return state.withLock { state in
            defer {
                state.thinking = state.asked.count
                state.asked = []
            }
            return state.asked
        }
    }
}

extension PostgresTransaction {
    /// Runs several reads as one batch; each request's waiter gets its rows when it is over, after those that went ahead of
    /// it. When one is refused, all are.
    fileprivate func queryTogether(_ requests: [StatementRequest]) async throws(PostgresError) {
        let reads = SharedRead.joined(requests.flatMap { $0.ahead + [$0] })
        var statements = reads.map(\.request)
        guard let last = statements.popLast() else { return }
        let rows = try await send(last.behind(takeLater() + statements))
        last.waiter.settle(.success(rows))
        var answers: [(StatementRequest, PostgresRows)] = []
        for read in reads { answers += try await read.answers() }
        let isAsked = Set(requests.map { ObjectIdentifier($0) })
        for (request, rows) in answers where !isAsked.contains(ObjectIdentifier(request)) {
            request.waiter.settle(.success(rows))
        }
        for (request, rows) in answers { request.waiter.settle(.success(rows)) }
    }
}
