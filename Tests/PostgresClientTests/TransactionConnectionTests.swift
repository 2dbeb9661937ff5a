import PostgresClient
import PostgresTestServer
import Testing

@Suite("The connection of a transaction", .enabled(if: TestPostgres.isAvailable))
struct TransactionConnectionTests {
    @Test func `timeouts of the transaction lane are kept with and without session options`() async throws {
        for sessionOptions in [true, false] {
            try await withClient(
                .with { configuration in
                    configuration.sessionOptions = sessionOptions
                    configuration.preparedStatements = sessionOptions
                    configuration.statementTimeout = .milliseconds(80)
                }
            ) { client, _ async throws in
                let error = await failure {
                    try await client.transaction { try await $0.query("SELECT pg_sleep(60)") }
                }
                let longRead = await failure { try await client.longRead("SELECT pg_sleep(60)") }

                #expect(error?.serverError?.state == .queryCanceled)
                #expect(longRead?.serverError?.state == .queryCanceled)
            }
        }
    }

    @Test func `a connection that finds itself read-only is replaced`() async throws {
        try await withNotes(.with { $0.transactionConnections = 1 }) { client, _ async throws in
            let before = try await backend(of: client)

            let error = await failure {
                try await client.transaction(retries: 0) { transaction in
                    try await transaction.execute("SET TRANSACTION READ ONLY")
                    try await transaction.execute("INSERT INTO notes VALUES (1, 'one')")
                }
            }

            #expect(error?.serverError?.state == .readOnlyTransaction)
            #expect(try await backend(of: client) != before)
        }
    }

    @Test func `a COPY is refused once, and its connection replaced`() async throws {
        try await withNotes(.with { $0.transactionConnections = 1 }) { client, _ async throws in
            let before = try await backend(of: client)
            let runs = Tally()

            let thrown = await failure {
                try await client.transaction { transaction in
                    runs.add()
                    try await transaction.query("COPY notes FROM STDIN")
                }
            }
            let ignored = await failure {
                try await client.transaction { transaction in
                    runs.add()
                    _ = try? await transaction.query("COPY notes TO STDOUT")
                }
            }
            let script = await failure {
                try await client.transaction { transaction in
                    runs.add()
                    try await transaction.executeScript("SELECT 1; COPY notes TO STDOUT")
                }
            }
            let longRead = await failure { try await client.longRead("COPY notes TO STDOUT") }

            #expect([thrown, ignored, script, longRead] == Array(repeating: .invalidStatement, count: 4))
            #expect(runs.value == 3)
            #expect(try await backend(of: client) != before)
        }
    }
}
