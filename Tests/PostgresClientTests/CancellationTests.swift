import PostgresClient
import PostgresTestServer
import Testing

@Suite(.enabled(if: TestPostgres.isAvailable))
struct CancellationTests {
    @Test func `a cancelled statement of a transaction is ended on the server`() async throws {
        try await withClient(.with { $0.transactionConnections = 1 }) { client, url async throws in
            let task = Task {
                await failure { try await client.transaction { try await $0.query("SELECT pg_sleep(600)") } }
            }
            try await eventually("it runs") { try await isRunning("pg_sleep(600)", url) }

            task.cancel()

            #expect(await task.value == .cancelled)
            try await eventually("the server has ended it") { try await !isRunning("pg_sleep(600)", url) }
            #expect(try await client.transaction { try await $0.query("SELECT 5").only.int64(0) } == 5)
        }
    }

    @Test func `a work that ignores its cancellation cannot commit`() async throws {
        try await withClient { client, url async throws in
            try await TestPostgres.psql(url, "CREATE TABLE notes (id bigint)")
            let task = Task {
                await failure {
                    try await client.transaction { transaction in
                        try await transaction.execute("INSERT INTO notes VALUES (1)")
                        _ = try? await transaction.query("SELECT pg_sleep(600)")
                        _ = try? await transaction.execute("INSERT INTO notes VALUES (2)")
                    }
                }
            }
            try await eventually("it runs") { try await isRunning("pg_sleep(600)", url) }

            task.cancel()

            #expect(await task.value == .cancelled)
            #expect(try await TestPostgres.psql(url, "SELECT count(*) FROM notes") == "0")
        }
    }

    @Test func `a long read that is cancelled is ended on the server`() async throws {
        try await withClient { client, url async throws in
            let task = Task { await failure { try await client.longRead("SELECT pg_sleep(600)") } }
            try await eventually("it runs") { try await isRunning("pg_sleep(600)", url) }

            task.cancel()

            #expect(await task.value == .cancelled)
            try await eventually("the server has ended it") { try await !isRunning("pg_sleep(600)", url) }
            try await eventually("nothing is in use") { client.counters.transactionsInUse == 0 }
        }
    }

    @Test func `a COMMIT is not cancelled`() async throws {
        try await withClient { client, url async throws in
            try await TestPostgres.psql(
                url,
                """
                CREATE TABLE notes (id bigint);
                CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS
                  $$ BEGIN PERFORM pg_advisory_xact_lock(7); RETURN NULL; END $$;
                CREATE CONSTRAINT TRIGGER lingers AFTER INSERT ON notes DEFERRABLE INITIALLY DEFERRED
                  FOR EACH ROW EXECUTE FUNCTION linger();
                """)
            let gate = Gate()
            let holder = Task {
                try await client.transaction { transaction in
                    try await transaction.query("SELECT pg_advisory_xact_lock(7)")
                    await gate.wait()
                }
            }
            try await eventually("the lock is held") { try await locks(url, granted: true) == "1" }
            let task = Task {
                try await client.transaction { try await $0.execute("INSERT INTO notes VALUES (1)") }
            }
            try await eventually("the COMMIT waits") { try await locks(url, granted: false) == "1" }

            task.cancel()
            gate.open()

            #expect(try await task.value == 1)
            try await holder.value
            #expect(try await TestPostgres.psql(url, "SELECT count(*) FROM notes") == "1")
        }
    }

    @Test func `who is cancelled while waiting for a connection leaves the queue`() async throws {
        try await withClient(.with { $0.transactionConnections = 1 }) { client, _ async throws in
            let gate = Gate()
            let holder = Task {
                try await client.transaction { transaction in
                    try await transaction.query("SELECT 1")
                    await gate.wait()
                }
            }
            try await eventually("the connection is taken") { client.counters.transactionsInUse == 1 }
            let task = Task { await failure { try await client.transaction { try await $0.query("SELECT 1") } } }
            try await eventually("it waits") { client.counters.transactionsWaiting == 1 }

            task.cancel()

            #expect(await task.value == .cancelled)
            try await eventually("nobody waits") { client.counters.transactionsWaiting == 0 }
            gate.open()
            try await holder.value
            #expect(try await backend(of: client) > 0)
        }
    }
}
