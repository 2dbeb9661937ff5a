import PostgresTestServer

/// Whether another session of the database runs a statement with these words.
func isRunning(_ words: String, _ url: String) async throws -> Bool {
    try await TestPostgres.psql(
        url,
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND query LIKE '%\(words)%' AND pid <> pg_backend_pid()"
    ) != "0"
}

/// How many advisory locks of the database are held, or waited for.
func locks(_ url: String, granted: Bool) async throws -> String {
    try await TestPostgres.psql(
        url,
        """
        SELECT count(*) FROM pg_locks
        WHERE locktype = 'advisory' AND granted = \(granted)
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        """)
}
