import PostgresClient
import PostgresTestServer
import Testing

@Suite(.enabled(if: TestPostgres.isAvailable))
struct PoolTests {
    @Test func `who waits too long for a connection is told so`() async throws {
        try await withHeldConnection(.with { $0.waitLimit = .milliseconds(100) }) { client in
            let began = ContinuousClock.now

            let error = await failure { try await client.transaction { try await $0.query("SELECT 1") } }

            #expect(error == .poolExhausted)
            #expect(ContinuousClock.now - began >= .milliseconds(100))
            try await eventually("it is counted") { client.counters.refused == 1 }
        }
    }

    @Test func `past the queue's limit the answer comes at once`() async throws {
        try await withHeldConnection(.with { $0.transactionQueueLimit = 1 }) { client in
            let waiting = Task { try await client.longRead("SELECT 1") }
            try await eventually("one waits") { client.counters.transactionsWaiting == 1 }

            #expect(await failure { try await client.longRead("SELECT 1") } == .poolExhausted)
            waiting.cancel()
        }
    }

    @Test func `a full queue of reads refuses at once`() async throws {
        let nowhere = "postgresql://postgres@127.0.0.1:1/nowhere"
        try await withClient(
            on: nowhere,
            .with { configuration in
                configuration.readQueueLimit = 1
                configuration.waitLimit = .seconds(600)
            }
        ) { client, _ async throws in
            let first = Task { await failure { try await client.read("SELECT 1") } }
            try await eventually("it waits") { client.counters.readsWaiting == 1 }

            #expect(await failure { try await client.read("SELECT 2") } == .poolExhausted)
            first.cancel()
            #expect(await first.value == .cancelled)
        }
    }

    @Test func `many transactions share few connections and none is lost`() async throws {
        try await withClient { client, url async throws in
            try await TestPostgres.psql(url, "CREATE TABLE notes (id bigint PRIMARY KEY)")

            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in Int64(0)..<100 {
                    group.addTask {
                        try await client.transaction { transaction in
                            let own = try await transaction.query("SELECT pg_backend_pid()").only.int64(0)
                            try await transaction.execute("INSERT INTO notes VALUES ($1)", [.int64(number)])
                            #expect(try await transaction.query("SELECT pg_backend_pid()").only.int64(0) == own)
                        }
                    }
                }
                try await group.waitForAll()
            }

            #expect(try await TestPostgres.psql(url, "SELECT count(*) FROM notes") == "100")
            #expect(client.counters.connectionsLost == 0)
            try await eventually("nothing is in use") { client.counters.transactionsInUse == 0 }
        }
    }

    @Test func `a client that was not started or is shut down refuses`() async throws {
        var configuration = try PostgresConfiguration(try await TestPostgres.shared.url())
        configuration.takeTime()
        let client = PostgresClient(configuration: configuration, logger: .silent)
        #expect(await failure { try await client.read("SELECT 1") } == .notRunning)

        client.start()
        try await client.ping()
        await client.shutdown()

        #expect(await failure { try await client.read("SELECT 1") } == .notRunning)
        #expect(await failure { try await client.transaction { try await $0.query("SELECT 1") } } == .notRunning)
    }

    @Test func `a shutdown lets a transaction finish and refuses new ones`() async throws {
        let url = try await TestPostgres.shared.freshDatabase()
        try await TestPostgres.psql(url, "CREATE TABLE notes (id bigint)")
        var configuration = try PostgresConfiguration(url)
        configuration.takeTime()
        let client = PostgresClient(configuration: configuration, logger: .silent)
        client.start()
        let gate = Gate()
        let work = Task {
            try await client.transaction { transaction in
                try await transaction.execute("INSERT INTO notes VALUES (1)")
                await gate.wait()
                try await transaction.execute("INSERT INTO notes VALUES (2)")
            }
        }
        try await eventually("it is under way") { client.counters.transactionsInUse == 1 }

        let shutdown = Task { await client.shutdown(within: .seconds(600)) }
        try await eventually("new ones are refused") {
            await failure { try await client.read("SELECT 1") } == .notRunning
        }
        gate.open()

        try await work.value
        await shutdown.value
        #expect(try await TestPostgres.psql(url, "SELECT count(*) FROM notes") == "2")
    }

    @Test func `a shutdown does not wait longer than it may`() async throws {
        let url = try await TestPostgres.shared.freshDatabase()
        var configuration = try PostgresConfiguration(url)
        configuration.takeTime()
        let client = PostgresClient(configuration: configuration, logger: .silent)
        client.start()
        let work = Task { await failure { try await client.longRead("SELECT pg_sleep(600)") } }
        try await eventually("it runs") { try await isRunning("pg_sleep(600)", url) }

        await client.shutdown(within: .milliseconds(50))

        #expect(await work.value == .notRunning)
    }

    @Test(arguments: ["host=a nonsense=1", "host=a,b port=1,2,3", "postgresql://[", "host='a"])
    func `a malformed connection string is refused`(text: String) {
        #expect(throws: PostgresError.invalidConfiguration) { try PostgresConfiguration(text) }
    }

    private func withHeldConnection(
        _ settings: Settings, _ test: (PostgresClient) async throws -> Void
    ) async throws {
        try await withClient(
            .with { configuration in
                configuration.transactionConnections = 1
                settings.change(&configuration)
            }
        ) { client, _ async throws in
            let gate = Gate()
            try await eventually("a connection") { client.counters.transactionConnectionsOpen == 1 }
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await hold(client, gate) }
                try await eventually("the connection is taken") { client.counters.transactionsInUse == 1 }
                defer { gate.open() }
                try await test(client)
                gate.open()
                try await group.waitForAll()
            }
        }
    }
}

private func hold(_ client: PostgresClient, _ gate: Gate) async throws {
    try await client.transaction { transaction in
        try await transaction.query("SELECT 1")
        await gate.wait()
    }
}
