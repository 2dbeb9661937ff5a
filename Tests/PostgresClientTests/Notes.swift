import PostgresClient
import PostgresTestServer

/// Runs a test on a database with a table of notes.
func withNotes(
    _ settings: Settings = .usual,
    _ test: (PostgresClient, _ url: String) async throws -> Void
) async throws {
    try await withClient(settings) { client, url async throws in
        try await TestPostgres.psql(url, "CREATE TABLE notes (id bigint PRIMARY KEY, words text)")
        try await test(client, url)
    }
}

/// The server process behind the client's next transaction.
func backend(of client: PostgresClient) async throws -> Int64 {
    try await client.transaction { try await $0.query("SELECT pg_backend_pid()").only.int64(0) }
}
