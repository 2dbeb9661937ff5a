/// Transactions that several works share: while as many as may be are under way the next works gather. A work that is alone is
/// not kept waiting.
///
/// Works of one transaction, and of others that are shared at the same time, have no key in common. None sees what another
/// one changes before it is committed, and each fails by itself: when the transaction fails, all of its works are to be run
/// alone.
public final class SharedTransactions<Note: Sendable>: Sendable {
    /// What is done in a transaction: gives what has to be noted in it at its end.
    public typealias Body = @Sendable (PostgresTransaction) async throws(PostgresError) -> [Note]
    /// Runs the body in a transaction once, notes what it gives, and commits.
    public typealias Opening = @Sendable (_ body: Body) async throws(TransactionError<PostgresError>) -> Void
    /// Leaves a statement that holds keys, which are sorted, until the transaction ends.
    public typealias Holding = @Sendable (PostgresTransaction, [Int64]) throws(PostgresError) -> Void

    private let queue: SharedQueue<Note>
    private let executor: any TaskExecutor
    private let hold: Holding
    private let open: Opening

    /// - Parameters:
    ///   - client: whose limits of waiting hold.
    ///   - hold: goes ahead of everything else in the transaction.
    public init(
        of client: PostgresClient, holding hold: @escaping Holding, opening open: @escaping Opening
    ) {
        queue = SharedQueue(
            longest: client.configuration.transactionQueueLimit, waitLimit: client.configuration.waitLimit,
            lateReason: { [lanes = client.lanes] in
                lanes.forTransactions.board.counters.transactionConnectionsOpen > 0 ? .poolExhausted : .notConnected
            })
        executor = client.transactionExecutor
        self.hold = hold
        self.open = open
    }

    /// How many works wait for a transaction.
    public var waiting: Int { queue.waiting }
    /// How many were refused because too many waited, or because they had waited too long.
    public var refused: Int { queue.refused }

    /// Runs a work in a transaction that may be others' as well. It waits for nothing but its statements, since everybody
    /// waits for it, and it may be run again from its start.
    ///
    /// - Parameters:
    ///   - keys: what nobody else who shares holds meanwhile.
    ///   - alone: runs the same in a transaction of its own, when nothing was done.
    /// - Throws: `.work` with what the work threw; `.client` with `.poolExhausted`, `.notConnected`, `.cancelled` when it did
    ///   not begin, and `.commitOutcomeUnknown`; what `alone` throws.
    public func run<Value: Sendable, WorkError: Error>(
        holding keys: [Int64], _ work: (SharedSeat<Note>) async throws(WorkError) -> Value,
        alone: () async throws(TransactionError<WorkError>) -> Value
    ) async throws(TransactionError<WorkError>) -> Value {
        let seat: SharedSeat<Note>
        do throws(PostgresError) {
            seat = try await self.seat(holding: keys)
        } catch {
            throw .client(error)
        }
        defer {
            seat.whenOver { [self] in
                queue.free(keys)
                startDriverIfWanted()
            }
        }
        if let value = try await run(work, on: seat) { return value }
        return try await alone()
    }

    private func seat(holding keys: [Int64]) async throws(PostgresError) -> SharedSeat<Note> {
        let passenger = SharedQueue<Note>.Passenger(keys: keys, since: .now)
        try queue.append(passenger)
        startDriverIfWanted()
        return try await passenger.seat.value(onCancel: {})
    }

    /// - Returns: `nil` when nothing was done.
    private func run<Value: Sendable, WorkError: Error>(
        _ work: (SharedSeat<Note>) async throws(WorkError) -> Value, on seat: SharedSeat<Note>
    ) async throws(TransactionError<WorkError>) -> Value? {
        let value: Value
        do throws(WorkError) {
            value = try await work(seat)
        } catch {
            seat.leave()
            guard seat.transaction.failure == nil else { return await nothing(of: seat) }
            throw .work(error)
        }
        guard seat.transaction.failure == nil else {
            // It went on in spite of a failure, and nothing may come of that.
            seat.leave()
            return await nothing(of: seat)
        }
        seat.end()
        do throws(PostgresError) {
            try await seat.outcome.value()
            return value
        } catch .commitOutcomeUnknown {
            throw .client(.commitOutcomeUnknown)
        } catch {
            return nil
        }
    }

    /// Alone it would wait for what its transaction still holds, on a connection that others want.
    private func nothing<Value>(of seat: SharedSeat<Note>) async -> Value? {
        _ = try? await seat.outcome.value()
        return nil
    }

    private func startDriverIfWanted() {
        if queue.wantsDriver() { Task(executorPreference: executor) { await self.drive() } }
    }

    /// Transaction after transaction, until nobody waits who could be served.
    private func drive() async {
        while queue.hasNext() {
            let trip = SharedTrip<Note>()
            do throws(TransactionError<PostgresError>) {
                try await open { [queue, hold] transaction throws(PostgresError) in
                    try await trip.run(queue, in: transaction, holding: hold)
                }
                trip.end(.success(()))
            } catch {
                let reason: PostgresError =
                    switch error {
                    case .work(let error), .client(let error): error
                    }
                trip.end(.failure(reason))
                if !trip.hasBegun { await refuse(reason) }
            }
        }
    }

    /// No transaction could be begun. The loop goes on meanwhile: a connection may become free.
    private func refuse(_ reason: PostgresError) async {
        switch reason {
        case .poolExhausted, .notConnected:
            queue.refuseLate()
            try? await Task.sleep(for: .milliseconds(25))
        case .commitOutcomeUnknown, .server, .timedOut, .connectionLost, .cancelled, .transactionRolledBack,
            .transactionFinished, .notRunning, .invalidConfiguration, .invalidParameter, .invalidStatement,
            .unexpectedValue, .unexpectedRowCount:
            queue.refuseAll(reason)
        }
    }
}
