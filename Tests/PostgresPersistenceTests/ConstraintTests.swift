import Domain
import PostgresClient
import PostgresTestServer
import Testing

@testable import PostgresPersistence

@Suite("The schema's constraints", .enabled(if: TestPostgres.isAvailable))
struct ConstraintTests {
    @Test("that keep a rule between records are each mapped to its conflict, and no others are")
    func mapping() async throws {
        try await withClient { client in
            let names = try await client.names(
                """
                SELECT relname FROM pg_class JOIN pg_index ON indexrelid = pg_class.oid
                WHERE (indisunique OR indisexclusion) AND NOT indisprimary
                AND relnamespace = 'public'::regnamespace
                ORDER BY relname COLLATE "C"
                """)

            #expect(names.count >= 8)
            // A place in a chain is given by the program: nobody's request can take it twice.
            let others = names.filter { Conflict(constraint: $0) == nil }
            #expect(others == ["audit_events_chain_key"])
        }
    }

    @Test("all have names that somebody chose")
    func names() async throws {
        try await withClient { client in
            let names = try await client.names(
                """
                SELECT conname FROM pg_constraint
                WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f', 'p', 'u', 'x')
                """)

            #expect(names.count > 60)
            #expect(names.filter { $0.hasSuffix("_check") || $0.hasSuffix("_excl") || $0.contains("_check1") } == [])
        }
    }

    @Test("let the text of every table sort by code points")
    func collation() async throws {
        try await withClient { client in
            let others = try await client.names(
                """
                SELECT table_name || '.' || column_name FROM information_schema.columns
                WHERE table_schema = 'public' AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'
                AND table_name <> 'schema_migrations'
                """)

            #expect(others == [])
        }
    }
}

extension PostgresClient {
    fileprivate func names(_ statement: PostgresStatement) async throws -> [String] {
        try await longRead(statement).map { try $0.string(0) }
    }
}
