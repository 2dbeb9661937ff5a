import PostgresTestServer
import Testing

@testable import PostgresClient

@Suite(.enabled(if: TestPostgres.isAvailable))
struct `Waiting for a transaction that works share` {
    @Test func `has an end`() async throws {
        try await withNotes(.with { $0.waitLimit = .milliseconds(50) }) { client, _ async throws in
            let notes = SharedNotes(client)
            let gate = Gate()
            let isIn = Gate()
            async let first = notes.run([1]) { _ in
                isIn.open()
                await gate.wait()
            }
            await isIn.wait()

            let error = await failure { _ = try await notes.run([1]) { _ in 2 } }

            #expect(error == .poolExhausted)
            gate.open()
            #expect(try await first != nil)
        }
    }

    @Test func `is refused when too many wait`() async throws {
        try await withNotes(.with { $0.transactionQueueLimit = 1 }) { client, _ async throws in
            let notes = SharedNotes(client)
            let gate = Gate()
            let isIn = Gate()
            async let first = notes.run([1]) { _ in
                isIn.open()
                await gate.wait()
            }
            await isIn.wait()
            async let second = notes.run([1]) { _ in 2 }
            try await eventually("it waits") { notes.transactions.waiting == 1 }

            #expect(await failure { _ = try await notes.run([1]) { _ in 3 } } == .poolExhausted)
            gate.open()
            #expect(try await first != nil)
            #expect(try await second == 2)
        }
    }

    @Test func `is over when there is no connection`() async throws {
        try await withClient(
            on: "host=127.0.0.1 port=1 user=nobody dbname=none", .with { $0.waitLimit = .milliseconds(50) }
        ) {
            client, _ async throws in
            #expect(await failure { _ = try await SharedNotes(client).run([1]) { _ in 2 } } == .notConnected)
        }
    }

    @Test(arguments: [(TCPProxy.Action.cut, "0"), (.forwardThenCut, "1")])
    func `ends with an unknown outcome when COMMIT is cut`(action: TCPProxy.Action, rows: String) async throws {
        try await withProxy { client, proxy, url async throws in
            let runs = Tally()
            proxy.when(clientSends: "COMMIT\0", action)

            let error = await failure {
                _ = try await SharedNotes(client).run([1]) { seat in
                    runs.add()
                    try seat.transaction.executeLater("INSERT INTO notes VALUES (1)")
                }
            }

            #expect(error == .commitOutcomeUnknown)
            #expect(runs.value == 1)
            #expect(try await TestPostgres.psql(url, "SELECT count(*) FROM notes") == rows)
        }
    }

    /// A number from a sequence would have its COMMIT wait for the disk.
    @Test func `ends without COMMIT where nothing is to be kept`() async throws {
        try await withProxy { client, proxy, _ async throws in
            proxy.when(clientSends: "COMMIT\0", .cut)

            let read = try await SharedNotes(client).run([1]) { seat in
                try await seat.transaction.query("SELECT 1").count
            }

            #expect(read == 1)
            #expect(client.counters.connectionsLost == 0)
        }
    }

    @Test func `leaves their loop to those who have what it waits for`() async throws {
        let narrow = Settings.with { ($0.transactionConnections, $0.transactionQueueLimit) = (1, 1) }
        try await withNotes(narrow) { client, _ async throws in
            let notes = SharedNotes(client)
            let (gate, isIn) = (Gate(), Gate())
            async let first = client.transaction { transaction throws(PostgresError) in
                isIn.open()
                await gate.wait()
                return try await transaction.query("SELECT 1").count
            }
            await isIn.wait()
            async let second = client.transaction { transaction throws(PostgresError) in
                try await transaction.query("SELECT 1").count
            }
            try await eventually("it waits") { client.counters.transactionsWaiting == 1 }
            async let third = notes.run([1]) { try await $0.transaction.query("SELECT 1").count }
            try await eventually("it is refused a connection") { client.counters.refused > 0 }

            gate.open()

            #expect(try await first + second == 2)
            #expect(try await third == 1)
        }
    }

    @Test func `goes on after a connection was lost`() async throws {
        try await withProxy { client, proxy, _ async throws in
            let notes = SharedNotes(client)
            let outcome = try await notes.run([1]) { seat in
                proxy.set(.refusing)
                proxy.cut()
                try await eventually("the loss is noticed") { client.counters.transactionConnectionsOpen == 0 }
                return try await seat.transaction.query("SELECT 1").count
            }

            #expect(outcome == nil)
            proxy.set(.forwarding)
            #expect(try await notes.run([1]) { try await $0.transaction.query("SELECT 1").count } == 1)
        }
    }
}
