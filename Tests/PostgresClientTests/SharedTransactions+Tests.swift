@testable import PostgresClient

/// Works that note on a table of notes what they leave for the end.
struct SharedNotes: Sendable {
    typealias Seat = SharedSeat<String>

    let transactions: SharedTransactions<String>

    init(_ transactions: SharedTransactions<String>) { self.transactions = transactions }

    init(_ client: PostgresClient) {
        transactions = SharedTransactions(
            of: client,
            holding: { transaction, keys throws(PostgresError) in
                try transaction.executeLater(
                    "SELECT pg_advisory_xact_lock(key) FROM unnest($1::bigint[]) AS held (key)", [.int64s(keys)])
            },
            opening: { body throws(TransactionError<PostgresError>) in
                try await client.transaction(retries: 0) { transaction throws(PostgresError) in
                    let words = try await body(transaction)
                    guard !words.isEmpty else { return }
                    try transaction.executeLater(
                        "INSERT INTO notes SELECT 1000 + place, word FROM unnest($1::text[]) WITH ORDINALITY AS n (word, place)",
                        [.texts(words)])
                }
            })
    }

    /// - Returns: `nil` when the work is to be run alone.
    func run<Value: Sendable>(_ keys: [Int64], _ work: (Seat) async throws -> Value) async throws -> Value? {
        try await transactions.run(
            holding: keys, { (seat) async throws(any Error) -> Value? in try await work(seat) },
            alone: { () async throws(TransactionError<any Error>) -> Value? in nil })
    }

    /// Runs a work for each of several sets of keys. All find transactions under way when they come (which hold -1 to -3), so
    /// that they share the next one where their keys allow it.
    ///
    /// - Parameter isOut: opened when the first of them has come out again.
    func together<Value: Sendable>(
        _ keys: [[Int64]], isOut: Gate? = nil, _ work: @escaping @Sendable (Seat, _ place: Int) async throws -> Value
    ) async throws -> [Result<Value?, any Error>] {
        let gate = Gate()
        return try await withThrowingTaskGroup(of: (Int, Result<Value?, any Error>)?.self) { group in
            for key in [Int64(-1), -2, -3] {
                let isUnderWay = Gate()
                group.addTask {
                    _ = try await run([key]) { _ in
                        isUnderWay.open()
                        await gate.wait()
                    }
                    return nil
                }
                await isUnderWay.wait()
            }
            for (place, keys) in keys.enumerated() {
                group.addTask {
                    defer { if place == 0 { isOut?.open() } }
                    return (place, await outcome { try await run(keys) { try await work($0, place) } })
                }
                try await eventually("it waits") { transactions.waiting == place + 1 }
            }
            gate.open()
            return try await group.reduce(into: []) { $0.append($1) }.compactMap(\.self).sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}

private func outcome<Value>(_ work: () async throws -> Value) async -> Result<Value, any Error> {
    do {
        return .success(try await work())
    } catch {
        return .failure(error)
    }
}
