import Foundation
import PostgresClient
import PostgresTestServer
import Testing

/// The connection lost in each phase, through a proxy.
@Suite(.enabled(if: TestPostgres.isAvailable))
struct LostConnectionTests {
    @Test func `while connecting nothing runs, and later it works`() async throws {
        try await withProxy(.with { $0.waitLimit = .milliseconds(300) }, initially: .refusing) {
            client, proxy, _ async throws in
            #expect(await failure { try await client.read("SELECT 1") } == .notConnected)
            #expect(await failure { try await client.transaction { try await $0.query("SELECT 1") } } == .notConnected)

            proxy.set(.forwarding)

            try await eventually("a connection") { client.counters.readConnectionsOpen > 0 }
            #expect(try await client.read("SELECT 1").count == 1)
        }
    }

    @Test func `a host that never answers is given up for the next`() async throws {
        let url = try #require(URLComponents(string: try await TestPostgres.shared.freshDatabase()))
        let proxy = try TCPProxy(to: try #require(url.port), .stalled)
        let dsn =
            "host=127.0.0.1,127.0.0.1 port=\(proxy.port),\(try #require(url.port)) user=postgres dbname=\(url.path.dropFirst())"

        try await withClient(on: dsn, .with { $0.connectTimeout = .seconds(1) }) { client, _ async throws in
            #expect(try await client.read("SELECT 1").count == 1)
        }
    }

    @Test func `an idle connection that is cut is opened anew`() async throws {
        try await withProxy { client, proxy, _ async throws in
            _ = try await client.read("SELECT 1")
            _ = try await backend(of: client)

            proxy.cut()

            try await eventually("the loss is noticed") { client.counters.connectionsLost > 0 }
            #expect(try await client.read("SELECT 2").only.int64(0) == 2)
            #expect(try await client.transaction { try await $0.query("SELECT 3").only.int64(0) } == 3)
        }
    }

    @Test func `a read that is cut off is sent again`() async throws {
        try await withProxy(.with { $0.readConnections = 1 }) { client, proxy, url async throws in
            let own = try await client.read("SELECT pg_backend_pid()").only.int64(0)
            async let slow = client.read(
                "SELECT 7 FROM pg_sleep(CASE pg_backend_pid() WHEN $1 THEN 600 ELSE 0 END)", [.int64(own)])
            try await eventually("it runs") { try await isRunning("pg_sleep(CASE", url) }

            proxy.cut()

            #expect(try await slow.only.int64(0) == 7)
            #expect(client.counters.readsRepeated > 0)
        }
    }

    @Test func `a statement of a transaction that is cut off is lost, and the work runs again when it may`()
        async throws
    {
        try await withProxy(.with { $0.transactionConnections = 1 }) { client, proxy, url async throws in
            async let once = failure {
                try await client.transaction(retries: 0) { try await $0.query("SELECT pg_sleep(600)") }
            }
            try await eventually("it runs") { try await isRunning("pg_sleep(600)", url) }
            proxy.cut()
            #expect(await once == .connectionLost)

            let own = try await backend(of: client)
            async let again = client.transaction { transaction in
                try await transaction.query(
                    "SELECT 8 FROM pg_sleep(CASE pg_backend_pid() WHEN $1 THEN 600 ELSE 0 END)", [.int64(own)]
                ).only.int64(0)
            }
            try await eventually("it runs") { try await isRunning("pg_sleep(CASE", url) }
            proxy.cut()
            #expect(try await again == 8)
        }
    }

    @Test func `cut between BEGIN and COMMIT nothing stays and the work runs again`() async throws {
        try await withProxy { client, proxy, url async throws in
            let runs = Tally()
            try await client.transaction { transaction in
                runs.add()
                try await transaction.execute("INSERT INTO notes VALUES (1)")
                guard runs.value == 1 else { return }
                proxy.set(.refusing)
                proxy.cut()
                try await eventually("the loss is noticed") { client.counters.transactionConnectionsOpen == 0 }
                proxy.set(.forwarding)
                try await transaction.execute("INSERT INTO notes VALUES (2)")
            }

            #expect(runs.value == 2)
            #expect(try await TestPostgres.psql(url, "SELECT string_agg(id::text, ' ') FROM notes") == "1")
        }
    }

    @Test func `a work that ignores the loss does not commit`() async throws {
        try await withProxy { client, proxy, url async throws in
            let error = await failure {
                try await client.transaction(retries: 0) { transaction in
                    try await transaction.execute("INSERT INTO notes VALUES (1)")
                    // Not the first loss but this transaction's own: none of them opens again.
                    proxy.set(.refusing)
                    proxy.cut()
                    try await eventually("the loss is noticed") { client.counters.transactionConnectionsOpen == 0 }
                }
            }

            #expect(error == .connectionLost)
            #expect(try await TestPostgres.psql(url, "SELECT count(*) FROM notes") == "0")
        }
    }

    @Test(arguments: [(TCPProxy.Action.cut, "0"), (.forwardThenCut, "1"), (.forwardThenStall, "1")])
    func `cut during COMMIT the outcome is unknown`(action: TCPProxy.Action, rows: String) async throws {
        try await withProxy(
            .with { configuration in
                // Only the stall has to be sat out; what goes before the COMMIT needs its time, too.
                guard action == .forwardThenStall else { return }
                configuration.statementTimeout = .seconds(4)
                configuration.answerGrace = .seconds(1)
            }
        ) { client, proxy, url async throws in
            let runs = Tally()
            proxy.when(clientSends: "COMMIT\0", action)

            let error = await failure {
                try await client.transaction { transaction in
                    runs.add()
                    try await transaction.execute("INSERT INTO notes VALUES (1)")
                }
            }

            #expect(error == .commitOutcomeUnknown)
            #expect(runs.value == 1)
            try await eventually("the truth") {
                try await TestPostgres.psql(url, "SELECT count(*) FROM notes") == rows
            }
        }
    }

    @Test func `a statement that is never answered is timed out and the connection replaced`() async throws {
        try await withProxy(
            .with { configuration in
                configuration.statementTimeout = .milliseconds(200)
                configuration.readTimeout = .milliseconds(200)
                configuration.answerGrace = .milliseconds(200)
                configuration.waitLimit = .milliseconds(500)
                configuration.reconnectDelay = .milliseconds(20)...(.milliseconds(100))
                configuration.connectTimeout = .seconds(2)
            }
        ) { client, proxy, _ async throws in
            try await eventually("connections") {
                client.counters.readConnectionsOpen > 0 && client.counters.transactionConnectionsOpen > 0
            }
            proxy.set(.stalled)

            let transaction = await failure { try await client.transaction { try await $0.query("SELECT 1") } }
            let read = await failure { try await client.read("SELECT 1") }

            #expect(transaction == .timedOut)
            #expect([.timedOut, .notConnected, .poolExhausted].contains(read))
            proxy.set(.forwarding)
            try await eventually("it works again") { await failure { try await client.read("SELECT 1") } == nil }
        }
    }

    @Test func `a socket that will not drain refuses reads in time and recovers`() async throws {
        try await withProxy(
            .with { configuration in
                configuration.readTimeout = .milliseconds(600)
                configuration.answerGrace = .milliseconds(400)
                configuration.waitLimit = .milliseconds(500)
                configuration.readQueueLimit = 40
                configuration.readConnections = 1
                configuration.connectTimeout = .seconds(2)
            }
        ) { client, proxy, _ async throws in
            try await eventually("a connection") { client.counters.readConnectionsOpen > 0 }
            let large = PostgresValue.text(String(repeating: "x", count: 100_000))
            proxy.set(.stalled)

            let errors = await withTaskGroup(of: PostgresError?.self) { group in
                for _ in 0..<300 {
                    group.addTask { await failure { try await client.read("SELECT length($1)", [large]) } }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }

            #expect(errors.count { $0 == .poolExhausted || $0 == .notConnected } >= 100)
            #expect(errors.allSatisfy { [.poolExhausted, .notConnected, .timedOut, .connectionLost].contains($0) })
            proxy.set(.forwarding)
            try await eventually("it works again") {
                try await (try? client.read("SELECT length($1)", [large]))?.only.int64(0) == 100_000
            }
        }
    }
}
