import PostgresClient
import PostgresTestServer
import Testing

@Suite(.enabled(if: TestPostgres.isAvailable))
struct ReadTests {
    @Test func `a read gives its rows`() async throws {
        try await withClient { client, _ async throws in
            let rows = try await client.read("SELECT $1::bigint + 1, 'two'", [41])

            let row = try rows.only
            #expect(try row.int64(0) == 42)
            #expect(try row.string(1) == "two")
        }
    }

    @Test func `an error in mid-batch is its own statement's only`() async throws {
        try await withClient(.with { $0.readConnections = 1 }) { client, _ async throws in
            let results = await withTaskGroup(of: (Int64, Result<Int64, any Error>).self) { group in
                for number in Int64(0)..<300 {
                    group.addTask {
                        do {
                            // Every seventh divides by zero.
                            let rows = try await client.read(
                                "SELECT $1::bigint / (CASE WHEN $1::bigint % 7 = 0 THEN 0 ELSE 1 END)", [.int64(number)]
                            )
                            return (number, .success(try rows.only.int64(0)))
                        } catch { return (number, .failure(error)) }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }

            #expect(results.count == 300)
            for (number, result) in results {
                if number % 7 == 0 {
                    #expect(throws: PostgresError.self) { try result.get() }
                } else {
                    #expect(try result.get() == number)
                }
            }
            #expect(client.counters.readsRepeated > 0)
        }
    }

    @Test func `a statement that cannot be prepared fails alone`() async throws {
        try await withClient(.with { $0.readConnections = 1 }) { client, _ async throws in
            async let bad = failure { try await client.read("SELECT nothing FROM nowhere") }
            async let good = client.read("SELECT 1")
            async let badAgain = failure { try await client.read("SELECT nothing FROM nowhere") }
            async let goodAgain = client.read("SELECT 1")

            #expect(await bad?.serverError?.state == SQLState("42P01"))
            #expect(await badAgain?.serverError?.state == SQLState("42P01"))
            #expect(try await good.only.int64(0) == 1)
            #expect(try await goodAgain.only.int64(0) == 1)
        }
    }

    @Test func `after errors among statements that are not prepared yet nothing stays in flight`() async throws {
        try await withClient { client, _ async throws in
            for round in 0..<20 {
                await withTaskGroup(of: Void.self) { group in
                    for number in 0..<20 {
                        group.addTask { await failure { try await client.read("SELECT nothing FROM nowhere") } }
                        let fresh = PostgresStatement(sql: "SELECT \(round) + \(number)")
                        group.addTask {
                            let error = await failure { try await client.read(fresh) }
                            #expect(error == nil)
                        }
                    }
                }
            }

            try await eventually("nothing is in flight") { client.counters.readsInFlight == 0 }
            await client.shutdown(within: .seconds(600))
        }
    }

    @Test func `a COPY is refused without being repeated, and its neighbours have their rows`() async throws {
        try await withClient(.with { $0.readConnections = 1 }) { client, _ async throws in
            async let copy = failure { try await client.read("COPY (SELECT 1) TO STDOUT") }
            async let neighbour = client.read("SELECT 2")

            #expect(await copy == .invalidStatement)
            #expect(try await neighbour.only.int64(0) == 2)
            try await eventually("the connection is replaced") { client.counters.connectionsLost == 1 }
            try await eventually("nothing is in flight") { client.counters.readsInFlight == 0 }
        }
    }

    @Test func `a write is refused in the read lane with and without session options`() async throws {
        for sessionOptions in [true, false] {
            try await withClient(
                .with { configuration in
                    configuration.sessionOptions = sessionOptions
                    configuration.preparedStatements = sessionOptions
                }
            ) { client, _ async throws in
                let error = await failure { try await client.read("CREATE TABLE t (id bigint)") }

                #expect(error?.serverError?.state == .readOnlyTransaction)
            }
        }
    }

    @Test func `a slow read is ended by the read timeout with and without session options`() async throws {
        for sessionOptions in [true, false] {
            try await withClient(
                .with { configuration in
                    configuration.sessionOptions = sessionOptions
                    configuration.preparedStatements = sessionOptions
                    configuration.readTimeout = .milliseconds(80)
                }
            ) { client, _ async throws in
                let error = await failure { try await client.read("SELECT pg_sleep(60)") }

                #expect(error?.serverError?.state == .queryCanceled)
            }
        }
    }

    @Test func `a cancelled read leaves at once and disturbs nobody`() async throws {
        try await withClient(.with { $0.readConnections = 1 }) { client, url async throws in
            let gate = Gate()
            let holder = Task {
                try await client.transaction { transaction in
                    try await transaction.query("SELECT pg_advisory_xact_lock(7)")
                    await gate.wait()
                }
            }
            try await eventually("the lock is held") { try await locks(url, granted: true) == "1" }
            let slow = Task { await failure { try await client.read("SELECT pg_advisory_xact_lock_shared(7)") } }
            try await eventually("the read runs") { try await isRunning("lock_shared", url) }

            slow.cancel()

            #expect(await slow.value == .cancelled)
            gate.open()
            try await holder.value
            #expect(try await client.read("SELECT 1").count == 1)
            #expect(client.counters.connectionsLost == 0)
        }
    }

    @Test func `a statement whose table was changed is prepared anew`() async throws {
        try await withClient(.with { $0.readConnections = 1 }) { client, url async throws in
            try await TestPostgres.psql(url, "CREATE TABLE t (a int); INSERT INTO t VALUES (1)")
            #expect(try await client.read("SELECT * FROM t").only.columnCount == 1)

            try await TestPostgres.psql(url, "ALTER TABLE t ADD COLUMN b int")

            #expect(try await client.read("SELECT * FROM t").only.columnCount == 2)
        }
    }

    @Test func `reads work with more statements than are kept prepared`() async throws {
        try await withClient(.with { $0.readConnections = 1 }) { client, url async throws in
            for number in 0..<300 {
                let rows = try await client.read(PostgresStatement(sql: "SELECT \(number)"))
                #expect(try rows.only.int64(0) == Int64(number))
            }
        }
    }

    @Test func `statements that came first cannot keep later ones from being prepared`() async throws {
        try await withClient(.with { $0.readConnections = 1 }) { client, _ async throws in
            for number in 0..<300 { _ = try await client.read(PostgresStatement(sql: "SELECT \(number)")) }

            let late = try await client.read(
                "SELECT count(*) FROM pg_prepared_statements WHERE statement = 'SELECT 299'")
            let all = try await client.read("SELECT count(*) FROM pg_prepared_statements")

            #expect(try late.only.int64(0) == 1)
            #expect(try all.only.int64(0) < 256)
        }
    }

    @Test func `without named statements nothing is prepared on the server`() async throws {
        try await withClient(
            .with { configuration in
                configuration.preparedStatements = false
                configuration.readConnections = 1
            }
        ) { client, _ async throws in
            for _ in 0..<3 { _ = try await client.read("SELECT 1") }

            #expect(try await client.read("SELECT count(*) FROM pg_prepared_statements").only.int64(0) == 0)
        }
    }

    @Test func `a statement is prepared once per connection`() async throws {
        try await withClient(.with { $0.readConnections = 1 }) { client, _ async throws in
            for _ in 0..<20 { _ = try await client.read("SELECT 'again'") }

            let count = try await client.read(
                "SELECT count(*) FROM pg_prepared_statements WHERE statement = $1", ["SELECT 'again'"])
            #expect(try count.only.int64(0) == 1)
        }
    }
}
