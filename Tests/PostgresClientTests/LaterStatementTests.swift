import PostgresClient
import PostgresTestServer
import Testing

@Suite(.enabled(if: TestPostgres.isAvailable))
struct `A statement that is left for later` {
    @Test func `is kept by the commit that it travels with`() async throws {
        try await withNotes { client, url async throws in
            try await client.transaction { transaction in
                try transaction.executeLater("INSERT INTO notes VALUES ($1, $2)", [1, "one"])
                try transaction.executeLater("INSERT INTO notes VALUES ($1, $2)", [2, "two"])
            }

            #expect(try await TestPostgres.psql(url, "SELECT count(*) FROM notes") == "2")
        }
    }

    @Test func `runs before the statement behind it`() async throws {
        try await withNotes { client, _ async throws in
            let count = try await client.transaction { transaction in
                try transaction.executeLater("INSERT INTO notes VALUES ($1, $2)", [1, "one"])
                return try await transaction.query("SELECT count(*) FROM notes").only.int64(0)
            }

            #expect(count == 1)
        }
    }

    @Test func `fails the commit when it is refused, with its error, and the next transaction goes on`() async throws {
        try await withNotes { client, url async throws in
            let error = await failure {
                try await client.transaction { transaction in
                    try await transaction.execute("INSERT INTO notes VALUES (1, 'one')")
                    try transaction.executeLater("INSERT INTO notes VALUES (1, 'again')")
                }
            }
            _ = try await client.transaction { transaction in
                try await transaction.execute("INSERT INTO notes VALUES (2, 'two')")
            }

            #expect(error?.serverError?.constraint == "notes_pkey")
            #expect(try await TestPostgres.psql(url, "SELECT string_agg(id::text, ',') FROM notes") == "2")
        }
    }

    @Test func `fails the statement behind it when it is refused, with its error`() async throws {
        try await withNotes { client, url async throws in
            let error = await failure {
                try await client.transaction { transaction in
                    try transaction.executeLater("INSERT INTO notes VALUES (1, 'one')")
                    try transaction.executeLater("INSERT INTO notes VALUES (1, 'again')")
                    try await transaction.execute("INSERT INTO notes VALUES (3, 'three')")
                }
            }

            #expect(error?.serverError?.constraint == "notes_pkey")
            #expect(try await TestPostgres.psql(url, "SELECT count(*) FROM notes") == "0")
        }
    }

    @Test func `never runs when the work fails`() async throws {
        struct Refusal: Error {}
        try await withNotes { client, url async throws in
            try? await client.transaction { transaction in
                try transaction.executeLater("INSERT INTO notes VALUES (1, 'one')")
                throw Refusal()
            }

            #expect(try await TestPostgres.psql(url, "SELECT count(*) FROM notes") == "0")
        }
    }

    @Test func `gives its rows once the statement behind it is answered`() async throws {
        try await withNotes { client, _ async throws in
            let (before, count) = try await client.transaction { transaction in
                try transaction.executeLater("INSERT INTO notes VALUES (1, 'one')")
                let before = try transaction.queryLater("SELECT count(*) FROM notes")
                try transaction.executeLater("INSERT INTO notes VALUES (2, 'two')")
                let after = try await transaction.query("SELECT count(*) FROM notes")
                return (try await before.rows().only.int64(0), try after.only.int64(0))
            }

            #expect(before == 1 && count == 2)
        }
    }

    @Test func `has no rows before that, nor when the statement behind it is refused`() async throws {
        try await withNotes { client, _ async throws in
            let early = try await client.transaction { transaction in
                let rows = try transaction.queryLater("SELECT count(*) FROM notes")
                let early = await failure { try await rows.rows() }
                _ = try await transaction.query("SELECT 1")
                return early
            }
            let late = await failure {
                try await client.transaction { transaction in
                    let rows = try transaction.queryLater("SELECT 1 / $1::bigint", [0])
                    _ = try? await transaction.query("SELECT 1")
                    _ = try await rows.rows()
                }
            }

            #expect(early == .transactionFinished && late == .transactionFinished)
        }
    }

    private func withNotes(_ test: (PostgresClient, _ url: String) async throws -> Void) async throws {
        try await withClient { client, url async throws in
            try await TestPostgres.psql(url, "CREATE TABLE notes (id bigint PRIMARY KEY, words text)")
            try await test(client, url)
        }
    }
}
