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

            // Two writers in one chain are a fault of the program.
            let ofTheTrail: Set = ["audit_events_chain_key"]

            #expect(names.count >= 8)
            #expect(names.filter { Conflict(constraint: $0) == nil && !ofTheTrail.contains($0) } == [])
        }
    }

    @Test("let nobody write a patient whom the rules do not allow")
    func soundPatients() async throws {
        let longest = [
            ("first_name", 100), ("last_name", 100), ("phone_number", 20), ("email", 254), ("address", 10_000),
            ("emergency_contact_name", 100), ("emergency_contact_phone", 20), ("medical_history", 10_000),
            ("allergies", 10_000), ("current_medications", 10_000), ("insurance_provider", 100),
            ("insurance_number", 50),
        ]
        let tooLong = longest.map { "\($0) = repeat('é', \($1 + 1))" }
        let others = [
            "first_name = ''", "last_name = ''", "gender = ''", "gender = 'X'", "blood_group = 'C+'",
            "date_of_birth = '1899-12-31'",
        ]
        let allowed = longest.map { "\($0) = repeat('é', \($1))" } + ["date_of_birth = '1900-01-01'"]
        try await withStorage { _, url in
            try await TwoNurses.move(into: url)

            try await TestPostgres.psql(url, "UPDATE patients SET \(allowed.joined(separator: ", ")) WHERE id = 1")
            for change in tooLong + others {
                let refusal = await #expect(throws: (any Error).self, "\(change)") {
                    try await TestPostgres.psql(url, "UPDATE patients SET \(change) WHERE id = 1")
                }
                #expect(refusal.map { "\($0)" }?.contains("\"patients_sound\"") == true, "\(change)")
            }
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
