import PostgresClient
import PostgresTestServer
import Testing

@Suite(.enabled(if: TestPostgres.isAvailable))
struct `How a statement is planned` {
    private static let sql = """
        SELECT current_setting('plan_cache_mode'), current_setting('enable_sort'), current_setting('app.who'),
            (SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%enable_sort%app.who%')
        """

    @Test(
        arguments: [
            (PostgresStatement(sql: sql), ["auto", "on", "ann"]),
            (PostgresStatement(planned: sql), ["force_custom_plan", "on", "ann"]),
            (PostgresStatement(inOrder: sql), ["force_generic_plan", "off", "ann"]),
        ])
    func `is set for that read alone, which is prepared`(statement: PostgresStatement, expected: [String]) async throws
    {
        try await withClient(.with { ($0.localSetting, $0.transactionConnections) = ("app.who", 1) }) {
            client, _ async throws in
            let found = try await client.longRead(statement, setting: LocalSetting("ann")).only
            let after = try await client.longRead("SELECT current_setting('plan_cache_mode')").only.string(0)

            #expect(try (0..<3).map { column in try found.string(column) } == expected)
            #expect(try found.int64(3) == 1)
            #expect(after == "auto")
        }
    }

    @Test(arguments: [PostgresStatement(planned: sql), PostgresStatement(inOrder: sql)])
    func `is for its values, unprepared, within a transaction`(statement: PostgresStatement) async throws {
        try await withClient(.with { $0.localSetting = "app.who" }) { client, _ async throws in
            let found = try await client.transaction { transaction throws(PostgresError) in
                try await transaction.query(statement, setting: LocalSetting("ann")).only
            }

            #expect(try (0..<3).map { column in try found.string(column) } == ["auto", "on", "ann"])
            #expect(try found.int64(3) == 0)
        }
    }

    @Test func `is set also where the setting is empty`() async throws {
        try await withClient(.with { $0.localSetting = "app.who" }) { client, _ async throws in
            let found = try await client.longRead(PostgresStatement(inOrder: Self.sql)).only

            #expect(try (0..<3).map { column in try found.string(column) } == ["force_generic_plan", "off", ""])
            #expect(try found.int64(3) == 1)
        }
    }

    @Test func `is for its values, unprepared, on a client without a setting`() async throws {
        try await withClient(.with { $0.localSetting = nil }) { client, _ async throws in
            let statement = PostgresStatement(
                inOrder: """
                    SELECT current_setting('plan_cache_mode'),
                        (SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%plan_cache_mode%')
                    """)
            let found = try await client.longRead(statement).only

            #expect(try found.string(0) == "auto")
            #expect(try found.int64(1) == 0)
        }
    }
}
