import PostgresClient

/// The statements of the migrator and of the readiness check.
enum MigrationStatements {
    static let lock: PostgresStatement = "SELECT pg_advisory_xact_lock($1)"

    static let encoding: PostgresStatement = "SELECT current_setting('server_encoding')"

    /// Whether the role may make tables, and either both extensions are there or may be made.
    static let mayCreate: PostgresStatement = """
        SELECT coalesce(has_schema_privilege(current_schema(), 'CREATE'), FALSE)
            AND ((SELECT count(*) = 2 FROM pg_extension WHERE extname IN ('btree_gist', 'pg_trgm'))
                OR has_database_privilege(current_database(), 'CREATE'))
        """

    static let hasBooks: PostgresStatement = "SELECT to_regclass('schema_migrations') IS NOT NULL"

    static let books = """
        CREATE TABLE IF NOT EXISTS schema_migrations (
            number     bigint NOT NULL CONSTRAINT schema_migrations_pkey PRIMARY KEY,
            name       text NOT NULL,
            checksum   text NOT NULL,
            applied_at timestamptz NOT NULL
        )
        """

    static let entries: PostgresStatement = """
        SELECT number, name, checksum
        FROM schema_migrations
        ORDER BY number
        """

    static let note: PostgresStatement = """
        INSERT INTO schema_migrations (number, name, checksum, applied_at)
        VALUES ($1, $2, $3, $4)
        """

    /// The newest migration and how many there are; reads one short index.
    static let newest: PostgresStatement = "SELECT coalesce(max(number), 0), count(*) FROM schema_migrations"
}
