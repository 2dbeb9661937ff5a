import PostgresClient
import PostgresTestServer
import Testing

@Suite(.enabled(if: TestPostgres.isAvailable))
struct `A setting that a statement comes with` {
    private static let asked: PostgresStatement = "SELECT coalesce(current_setting('app.who', true), '')"

    private static let direct = Settings.with { $0.localSetting = "app.who" }
    private static let behindPooler = Settings.with {
        $0.localSetting = "app.who"
        $0.preparedStatements = false
        $0.sessionOptions = false
    }

    @Test func `holds for that read, and not for its neighbours in the batch`() async throws {
        try await withClient(.with { ($0.localSetting, $0.readConnections) = ("app.who", 1) }) {
            client, _ async throws in
            let found = try await withThrowingTaskGroup(of: (String, String).self) { group in
                for number in 0..<300 {
                    group.addTask {
                        let wanted = number % 3 == 0 ? "" : "caller \(number % 5)"
                        let setting = wanted.isEmpty ? LocalSetting.none : LocalSetting(wanted)
                        return (wanted, try await client.read(Self.asked, setting: setting).only.string(0))
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }

            #expect(found.count == 300)
            #expect(found.allSatisfy { $0.0 == $0.1 })
        }
    }

    @Test func `is the same of a word and numbers as of their text`() {
        #expect(LocalSetting("related", 0, 12, .max, .min) == LocalSetting("related 0 12 \(Int64.max) \(Int64.min)"))
        #expect(LocalSetting("none" as StaticString) == LocalSetting("none" as String))
    }

    @Test(arguments: [direct, behindPooler])
    func `holds for one statement of a transaction, whatever came before`(settings: Settings) async throws {
        try await withClient(settings) { client, _ async throws in
            let found = try await client.transaction { transaction throws(PostgresError) in
                var found: [String] = []
                for setting in [LocalSetting("ann"), LocalSetting("ann"), .none, LocalSetting("bo"), .none] {
                    found.append(try await transaction.query(Self.asked, setting: setting).only.string(0))
                }
                return found
            }

            #expect(found == ["ann", "ann", "", "bo", ""])
        }
    }

    @Test func `is there again after a return to a savepoint, which takes it back`() async throws {
        try await withClient(Self.direct) { client, _ async throws in
            let found = try await client.transaction { transaction throws(PostgresError) in
                try await transaction.execute("SAVEPOINT start")
                try await transaction.query(Self.asked, setting: LocalSetting("ann"))
                try await transaction.execute("ROLLBACK TO SAVEPOINT start", setting: LocalSetting("ann"))
                return try await transaction.query(Self.asked, setting: LocalSetting("ann")).only.string(0)
            }

            #expect(found == "ann")
        }
    }

    @Test(arguments: [direct, behindPooler])
    func `holds for a long read, and is gone when the connection is lent again`(settings: Settings) async throws {
        let single = Settings.with { configuration in
            settings.change(&configuration)
            configuration.transactionConnections = 1
        }
        try await withClient(single) { client, _ async throws in
            let during = try await client.longRead(Self.asked, setting: LocalSetting("ann")).only.string(0)
            let after = try await client.longRead(Self.asked).only.string(0)

            #expect([during, after] == ["ann", ""])
        }
    }

    @Test func `that the server refuses fails its statement, and no other`() async throws {
        try await withClient(.with { ($0.localSetting, $0.readConnections) = ("without_dots", 1) }) {
            client, _ async throws in
            async let neighbour = client.read("SELECT 1")

            let error = await #expect(throws: PostgresError.self) {
                try await client.read("SELECT 1", setting: LocalSetting("ann"))
            }

            #expect(error?.serverError?.state.code == "42704")
            let one = try await neighbour.only.int64(0)
            #expect(one == 1)
        }
    }

    @Test func `is prepared again when the session has lost what it had prepared`() async throws {
        try await withClient(.with { ($0.localSetting, $0.transactionConnections) = ("app.who", 1) }) {
            client, _ async throws in
            _ = try await client.longRead(Self.asked, setting: LocalSetting("ann"))
            _ = try await client.longRead("DEALLOCATE ALL")

            _ = try? await client.longRead(Self.asked, setting: LocalSetting("ann"))
            _ = try? await client.longRead(Self.asked, setting: LocalSetting("ann"))
            let found = try await client.longRead(Self.asked, setting: LocalSetting("ann")).only.string(0)

            #expect(found == "ann")
        }
    }
}
