/// One transaction with its works.
final class SharedTrip<Note: Sendable>: Sendable {
    private let seats = Guarded<[SharedSeat<Note>]>([])
    private let begun = Guarded(false)

    /// Whether it ever had a transaction.
    var hasBegun: Bool { begun.withLock { $0 } }
    /// What its works hold.
    var keys: [Int64] { seats.withLock { $0 }.flatMap(\.keys) }

    /// Has the works run, and leaves to the transaction what those have left that came to their end.
    ///
    /// - Returns: their notes.
    func run(
        _ passengers: [SharedQueue<Note>.Passenger], in transaction: PostgresTransaction,
        holding hold: SharedTransactions<Note>.Holding
    ) async throws(PostgresError) -> [Note] {
        begun.withLock { $0 = true }
        guard !passengers.isEmpty else { return [] }
        let rounds = SharedRounds(works: passengers.count)
        let seats = passengers.map { SharedSeat<Note>(keys: $0.keys, in: rounds) }
        self.seats.withLock { $0 = seats }
        do throws(PostgresError) {
            try hold(transaction, keys.sorted())
        } catch {
            for passenger in passengers { passenger.seat.settle(.failure(error)) }
            throw error
        }
        for (passenger, seat) in zip(passengers, seats) where !passenger.seat.settle(.success(seat)) { seat.leave() }
        try await rounds.carryOut(in: transaction)
        let left = seats.map { $0.take() }
        transaction.leave(LeftStatements.joined(left.map(\.statements)))
        return left.flatMap(\.notes)
    }

    /// Tells the works how it ended.
    func end(_ outcome: Result<Void, PostgresError>) {
        for seat in seats.withLock({ $0 }) { seat.outcome.settle(outcome) }
    }
}
