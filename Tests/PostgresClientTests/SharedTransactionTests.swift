import PostgresTestServer
import Testing

@testable import PostgresClient

@Suite(.enabled(if: TestPostgres.isAvailable))
struct `A transaction that works share` {
    private static let number: PostgresStatement = "SELECT txid_current()"

    @Test func `has those that came while others were under way`() async throws {
        try await withNotes { client, _ async throws in
            let outcomes = try await SharedNotes(client).together((1...5).map { [$0] }) { seat, place in
                try await seat.transaction.query(Self.number).only.int64(0)
            }

            let numbers = try outcomes.map { try #require(try $0.get()) }
            #expect(Set(numbers).count == 1)
        }
    }

    @Test func `has nobody who holds what another one of it holds`() async throws {
        try await withNotes { client, _ async throws in
            let outcomes = try await SharedNotes(client).together([[1, 2], [2, 3], [3, 4], [5]]) { seat, place in
                try await seat.transaction.query(Self.number).only.int64(0)
            }

            let numbers = try outcomes.map { try #require(try $0.get()) }
            #expect(numbers[0] != numbers[1] && numbers[1] != numbers[2])
            #expect(numbers[0] == numbers[3])
        }
    }

    @Test func `keeps what its works leave, and writes their notes at once`() async throws {
        try await withNotes { client, url async throws in
            _ = try await SharedNotes(client).together((1...3).map { [$0] }) { seat, place in
                let key = Int64(place) + 1
                try seat.transaction.executeLater("INSERT INTO notes VALUES ($1, 'left')", [.int64(key)])
                seat.note(["noted \(key)"])
            }

            #expect(
                try await TestPostgres.psql(url, "SELECT count(*), count(DISTINCT xmin::text) FROM notes") == "6|1")
            #expect(
                try await TestPostgres.psql(url, "SELECT string_agg(words, ',' ORDER BY id) FROM notes WHERE id > 1000")
                    == "noted 1,noted 2,noted 3")
        }
    }

    @Test func `keeps nothing of a work that failed, and everything of the others`() async throws {
        struct Refusal: Error {}
        try await withNotes { client, url async throws in
            let outcomes = try await SharedNotes(client).together((1...3).map { [$0] }) { seat, place in
                let key = Int64(place) + 1
                _ = try await seat.transaction.query(Self.number)
                try seat.transaction.executeLater("INSERT INTO notes VALUES ($1, 'left')", [.int64(key)])
                seat.note(["noted \(key)"])
                if key == 2 { throw Refusal() }
            }

            #expect(throws: (any Error).self) { try outcomes[1].get() }
            #expect(
                try await TestPostgres.psql(url, "SELECT string_agg(words, ',' ORDER BY id) FROM notes")
                    == "left,left,noted 1,noted 3")
        }
    }

    @Test(arguments: [false, true])
    func `keeps nothing when a statement is refused, and has all works run alone`(atOnce: Bool) async throws {
        try await withNotes { client, url async throws in
            let outcomes = try await SharedNotes(client).together((1...3).map { [$0] }) { seat, place in
                let key = Int64(place) + 1
                let divisor: Int64 = key == 2 ? 0 : 1
                if atOnce { try await seat.transaction.query("SELECT 1 / $1::bigint", [.int64(divisor)]) }
                try seat.transaction.executeLater(
                    "INSERT INTO notes VALUES ($1, 1 / $2::bigint)", [.int64(key), .int64(divisor)])
            }

            for outcome in outcomes { #expect(try outcome.get() == nil) }
            #expect(try await TestPostgres.psql(url, "SELECT count(*) FROM notes") == "0")
        }
    }

    @Test func `has a work run alone that wants an answer to a change, and keeps the others`() async throws {
        try await withNotes { client, url async throws in
            let outcomes = try await SharedNotes(client).together((1...3).map { [$0] }) { seat, place in
                let key = Int64(place) + 1
                let insert: PostgresStatement = "INSERT INTO notes VALUES ($1, 'now')"
                guard key == 2 else { return try seat.transaction.executeLater(insert, [.int64(key)]) }
                // Whoever does not look at the failure is not kept either.
                _ = try? await seat.transaction.execute(insert, [.int64(key)])
            }

            #expect(try outcomes.map { try $0.get() != nil } == [true, false, true])
            #expect(
                try await TestPostgres.psql(url, "SELECT string_agg(id::text, ',' ORDER BY id) FROM notes") == "1,3")
        }
    }

    @Test func `has a work run alone that reads after it has left something`() async throws {
        try await withNotes { client, url async throws in
            let kept = try await SharedNotes(client).run([1]) { seat in
                try seat.transaction.executeLater("INSERT INTO notes VALUES (1, 'left')")
                return try await seat.transaction.query("SELECT count(*) FROM notes").only.int64(0)
            }

            #expect(kept == nil)
            #expect(try await TestPostgres.psql(url, "SELECT count(*) FROM notes") == "0")
        }
    }

    @Test func `has nobody who holds what a work holds that is run alone`() async throws {
        try await withNotes { client, _ async throws in
            let transactions = SharedNotes(client).transactions
            let (isAlone, gate) = (Gate(), Gate())
            async let first = transactions.run(
                holding: [1], { (seat) async throws(any Error) in try await seat.transaction.execute("SELECT 1") },
                alone: { () async throws(TransactionError<any Error>) in
                    isAlone.open()
                    await gate.wait()
                    return 7
                })
            await isAlone.wait()
            let second = Task { try await SharedNotes(transactions).run([1]) { _ in 2 } }
            try await eventually("it waits") { transactions.waiting == 1 }

            gate.open()

            #expect(try await first == 7)
            #expect(try await second.value == 2)
        }
    }

    @Test func `holds until its end what a work held that was refused`() async throws {
        struct Refusal: Error {}
        try await withNotes { client, _ async throws in
            let notes = SharedNotes(client)
            let isOut = Gate()
            let outcomes = try await notes.together([[1], [2]], isOut: isOut) { seat, place in
                _ = try await seat.transaction.query(Self.number)
                if place == 0 { throw Refusal() }
                await isOut.wait()
                let next = Task { try await notes.run([1]) { _ in true } }
                defer { next.cancel() }
                try await eventually("it waits") { notes.transactions.waiting == 1 }
                // Whoever comes later is served before.
                _ = try await notes.run([3]) { try await $0.transaction.query(Self.number).count }
                return notes.transactions.waiting
            }

            #expect(try outcomes[1].get() == 1)
        }
    }

    @Test func `waits for nobody who was cancelled`() async throws {
        try await withNotes { client, _ async throws in
            let notes = SharedNotes(client)
            let gate = Gate()
            async let first = notes.run([1]) { _ in await gate.wait() }
            let second = Task { try await notes.run([1]) { _ in 2 } }
            try await eventually("it waits") { notes.transactions.waiting == 1 }

            second.cancel()

            #expect(await failure { _ = try await second.value } == .cancelled)
            gate.open()
            _ = try await first
            #expect(try await notes.run([1]) { _ in 3 } == 3)
        }
    }
}
