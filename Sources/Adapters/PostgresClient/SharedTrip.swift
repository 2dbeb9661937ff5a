/// One transaction with its works.
final class SharedTrip<Note: Sendable>: Sendable {
    private let seats = Guarded<[SharedSeat<Note>]>([])
    private let begun = Guarded(false)

    /// Whether it ever had a transaction.
    var hasBegun: Bool { begun.withLock { $0 } }

    /// Has the works run that can be served now, and leaves to the transaction what those have left that came to their end.
    ///
    /// - Returns: their notes.
    func run(
        _ queue: SharedQueue<Note>, in transaction: PostgresTransaction,
        holding hold: SharedTransactions<Note>.Holding
    ) async throws(PostgresError) -> [Note] {
        begun.withLock { $0 = true }
        let passengers = queue.take()
        guard !passengers.isEmpty else { return [] }
        do throws(PostgresError) {
            try hold(transaction, passengers.flatMap(\.keys).sorted())
        } catch {
            for passenger in passengers {
                passenger.seat.settle(.failure(error))
                queue.free(passenger.keys)
            }
            throw error
        }
        let rounds = SharedRounds(works: passengers.count)
        for passenger in passengers { board(passenger, in: rounds, queue) }
        try await rounds.carryOut(in: transaction)
        let left = seats.withLock { $0 }.map { $0.take() }
        let (statements, notes) = (LeftStatements.joined(left.map(\.statements)), left.flatMap(\.notes))
        guard !statements.isEmpty || !notes.isEmpty else {
            transaction.keepNothing()
            return []
        }
        transaction.leave(statements)
        return notes
    }

    private func board(
        _ passenger: SharedQueue<Note>.Passenger, in rounds: SharedRounds, _ queue: SharedQueue<Note>
    ) {
        let seat = SharedSeat<Note>(in: rounds)
        seats.withLock { $0.append(seat) }
        guard !passenger.seat.settle(.success(seat)) else { return }
        // The task was cancelled meanwhile.
        seat.leave()
        seat.whenOver { queue.free(passenger.keys) }
    }

    /// Tells the works how it ended.
    func end(_ outcome: Result<Void, PostgresError>) {
        for seat in seats.withLock({ $0 }) { seat.close(outcome) }
    }
}
