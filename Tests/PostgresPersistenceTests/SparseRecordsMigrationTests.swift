import PostgresTestServer
import Testing

@testable import PostgresPersistence

@Suite(.enabled(if: TestPostgres.isAvailable)) struct `The migration to sparse records` {
    @Test func `loses nothing of a filled database, and keeps its rules`() async throws {
        let first = PostgresMigration.all.filter { $0.number <= 7 }
        try await withEmptyStorage(migrations: first) { older, url in
            try await older.migrate(at: .noon)
            try await TestPostgres.psql(url, Self.records)
            let before = try await TestPostgres.psql(url, Self.everything)

            try await withStorage(on: url) { storage, _ in _ = try await storage.migrate(at: .noon) }

            #expect(try await TestPostgres.psql(url, Self.everything) == before)
            #expect(before.contains("555-2") && before.contains("L-3"))
            for broken in [
                "UPDATE patients SET phone_number = repeat('1', 21)", "UPDATE doctors SET license_number = 'L-1'",
                "UPDATE doctors SET phone_number = repeat('1', 21)", "UPDATE doctors SET email = 'one@example.org'",
                "UPDATE patients SET claims_email = TRUE",
            ] {
                await #expect(throws: (any Error).self, "\(broken)") { try await TestPostgres.psql(url, broken) }
            }
            try await TestPostgres.psql(
                url, "UPDATE patients SET phone_number = ''; UPDATE doctors SET license_number = '', phone_number = ''")
        }
    }

    @Test func `keeps the order in which a doctor's unique values are reported`() async throws {
        try await withStorage { _, url in
            let order = try await TestPostgres.psql(
                url,
                """
                SELECT string_agg(indexrelid::regclass::text, ' ' ORDER BY indexrelid) FROM pg_index
                WHERE indrelid = 'doctors'::regclass AND indisunique AND NOT indisprimary
                """)

            #expect(order == "doctors_license_number_key doctors_email_key")
        }
    }

    /// Three patients and doctors, one of each deleted.
    private static let records = """
        INSERT INTO accounts (username, username_key, email, email_key, first_name, last_name, phone_number, address,
            password_hash, role, is_active, created_at, updated_at)
        VALUES ('nurse', 'nurse', 'n@x.org', 'n@x.org', '', '', '', '', '$', 'staff', TRUE, now(), now());
        INSERT INTO patients (first_name, last_name, date_of_birth, gender, phone_number, blood_group, email, address,
            emergency_contact_name, emergency_contact_phone, medical_history, allergies, current_medications,
            insurance_provider, insurance_number, search_text, created_by, created_at, updated_at, deleted_at)
        SELECT 'Ann', 'Lee', '1990-05-15', 'F', '555-' || n, 'A+', 'ann@example.org', 'a', 'c', '1', 'h', 'al', 'm', 'p',
            'n', 'ann', 1, now(), now(), CASE WHEN n = 3 THEN now() END
        FROM generate_series(1, 3) AS n;
        INSERT INTO doctors (first_name, last_name, specialization, license_number, phone_number, email, gender, address,
            years_of_experience, education, certifications, languages_spoken, is_available, search_text, created_at,
            updated_at, deleted_at)
        SELECT 'Greg', 'House', 'Surgery', 'L-' || n, '5-' || n, n || '@example.org', 'M', 'a', 8, 'e', 'c', 'l', TRUE,
            'greg', now(), now(), CASE WHEN n = 3 THEN now() END
        FROM generate_series(1, 3) AS n;
        INSERT INTO assignments (patient_id, doctor_id, status, notes, reason, assigned_by, assigned_at, updated_at)
        VALUES (1, 1, 'active', 'n', 'r', 1, now(), now());
        """

    /// All records but what this migration and later ones add, and the text to search in.
    private static let everything = """
        SELECT (to_jsonb(t) - 'date_of_birth_is_estimated' - 'claims_email' - 'search_text')::text FROM patients AS t
        UNION ALL SELECT (to_jsonb(t) - 'search_text')::text FROM doctors AS t
        UNION ALL SELECT (to_jsonb(t) - 'registered_by')::text FROM assignments AS t
        ORDER BY 1
        """
}
