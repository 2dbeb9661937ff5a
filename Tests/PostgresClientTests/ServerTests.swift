import PostgresClient
import PostgresTestServer
import Testing

/// What needs a server of its own: restarts, replication, TLS.
@Suite(.enabled(if: TestPostgres.isAvailable))
struct ServerTests {
    @Test(arguments: [false, true])
    func `after a restart or crash of the server all works again`(crash: Bool) async throws {
        let cluster = try await TestCluster.start()
        try await withClient(on: cluster.url(), .with { $0.transactionConnections = 2 }) { client, url async throws in
            _ = try await client.read("SELECT 'prepared before'")
            let before = try await backend(of: client)
            let start = try await client.read("SELECT pg_postmaster_start_time()::text").only.string(0)
            async let read = client.read(
                "SELECT 5 FROM pg_sleep(CASE pg_postmaster_start_time()::text WHEN $1 THEN 600 ELSE 0 END)",
                [.text(start)])
            async let transaction = failure {
                try await client.transaction(retries: 0) { try await $0.query("SELECT pg_sleep(600)") }
            }
            try await eventually("both run") {
                let isReading = try await isRunning("pg_sleep(CASE", url)
                let isTransacting = try await isRunning("pg_sleep(600)", url)
                return isReading && isTransacting
            }

            try await cluster.stop(immediately: crash)
            try await cluster.startAgain()

            #expect(await transaction == .connectionLost)
            #expect(try await read.only.int64(0) == 5)
            #expect(try await client.read("SELECT 'prepared before'").count == 1)
            #expect(try await backend(of: client) != before)
        }
    }

    @Test(arguments: [true, false])
    func `a commit that may not be replicated is of unknown outcome`(byTimeout: Bool) async throws {
        let cluster = try await TestCluster.start()
        try await TestPostgres.psql(cluster.url(), "CREATE TABLE notes (id bigint)")
        try await set("synchronous_standby_names = 'nobody'", on: cluster)

        try await withClient(
            on: cluster.url(),
            .with { configuration in
                if byTimeout { configuration.statementTimeout = .seconds(4) }
            }
        ) { client, url async throws in
            try await eventually("the setting has come") {
                try await client.read("SHOW synchronous_standby_names").only.string(0) == "nobody"
            }
            async let outcome = failure {
                try await client.transaction { try await $0.execute("INSERT INTO notes VALUES (1)") }
            }
            if !byTimeout {
                try await eventually("the COMMIT waits and is cancelled") {
                    try await TestPostgres.psql(
                        url, "SELECT count(pg_cancel_backend(pid)) FROM pg_stat_activity WHERE wait_event = 'SyncRep'")
                        == "1"
                }
            }

            #expect(await outcome == .commitOutcomeUnknown)
            // Here it did take effect; a server that waits for its standby shows that only once it stops waiting.
            try await set("synchronous_standby_names = ''", on: cluster)
            try await eventually("the row shows") {
                try await TestPostgres.psql(url, "SELECT count(*) FROM notes") == "1"
            }
        }
    }

    @Test func `TLS is spoken as sslmode says, also for large rows`() async throws {
        let cluster = try await TestCluster.start()
        try await TestPostgres.psql(
            cluster.url(),
            "COPY (SELECT 1) TO PROGRAM 'openssl req -new -x509 -days 2 -nodes -subj /CN=localhost -keyout server.key -out server.crt 2>/dev/null && chmod 600 server.key'"
        )
        try await set("ssl = on", on: cluster)
        try await eventually("TLS is on") {
            (try? await TestPostgres.psql(cluster.url() + "?sslmode=require", "SELECT 1")) == "1"
        }

        try await withClient(on: cluster.url() + "?sslmode=require") { client, _ async throws in
            let ssl = try await client.read("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
            #expect(try ssl.only.bool(0))
            for length in [8_000, 16_000, 24_000, 100_000, 5_000_000] {
                let row = try await client.read("SELECT repeat('x', $1)", [.int64(Int64(length))]).only
                #expect(try row.string(0).utf8.count == length)
            }
            #expect(
                try await client.longRead("SELECT repeat('y', 1000) FROM generate_series(1, 10000)").count == 10_000)
        }
        try await withClient(
            on: cluster.url() + "?sslmode=verify-full&sslrootcert=/nowhere.pem",
            .with { $0.waitLimit = .milliseconds(500) }
        ) { client, _ async throws in
            #expect(await failure { try await client.read("SELECT 1") } == .notConnected)
        }
    }

    @Test func `a deadlock is resolved by running one of the two again`() async throws {
        try await withClient { client, url async throws in
            try await TestPostgres.psql(
                url, "CREATE TABLE notes (id bigint, n int); INSERT INTO notes VALUES (1, 0), (2, 0)")
            let both = Rendezvous(2)

            try await withThrowingTaskGroup(of: Void.self) { group in
                for order in [[1, 2], [2, 1]] as [[Int64]] {
                    group.addTask {
                        try await client.transaction { transaction in
                            try await transaction.execute(
                                "UPDATE notes SET n = n + 1 WHERE id = $1", [.int64(order[0])])
                            await both.meet()
                            try await transaction.execute(
                                "UPDATE notes SET n = n + 1 WHERE id = $1", [.int64(order[1])])
                        }
                    }
                }
                try await group.waitForAll()
            }

            #expect(try await TestPostgres.psql(url, "SELECT sum(n) FROM notes") == "4")
        }
    }

    @Test func `a connection the server terminates is opened anew`() async throws {
        try await withClient(.with { $0.transactionConnections = 1 }) { client, url async throws in
            let before = try await backend(of: client)

            try await TestPostgres.psql(url, "SELECT pg_terminate_backend(\(before))")

            try await eventually("the loss is noticed") { client.counters.connectionsLost == 1 }
            #expect(try await backend(of: client) != before)
        }
    }

    @Test func `a work that idles too long loses its connection`() async throws {
        try await withClient(.with { $0.idleInTransactionTimeout = .milliseconds(100) }) { client, _ async throws in
            let error = await failure {
                try await client.transaction(retries: 0) { transaction in
                    try await transaction.query("SELECT 1")
                    try await eventually("the loss is noticed") { client.counters.connectionsLost == 1 }
                    try await transaction.query("SELECT 2")
                }
            }

            #expect(error == .connectionLost)
        }
    }

    private func set(_ setting: String, on cluster: TestCluster) async throws {
        try await TestPostgres.psql(cluster.url(), "ALTER SYSTEM SET " + setting)
        try await TestPostgres.psql(cluster.url(), "SELECT pg_reload_conf()")
    }
}
