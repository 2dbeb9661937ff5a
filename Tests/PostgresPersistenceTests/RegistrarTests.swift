import PostgresTestServer
import Testing

@testable import PostgresPersistence

@Suite(.enabled(if: TestPostgres.isAvailable)) struct `Who registered the patient of a record` {
    @Test func `is filled in by the migration`() async throws {
        let older = PostgresMigration.all.filter { $0.number <= 10 }
        try await withEmptyStorage(migrations: older) { storage, url in
            try await storage.migrate(at: .noon)
            try await TestPostgres.psql(url, Self.records)

            try await withStorage(on: url) { newer, _ in _ = try await newer.migrate(at: .noon) }

            #expect(try await TestPostgres.psql(url, Self.registrars) == "a1 1, a2 2, m1 1, m2 2")
        }
    }

    @Test func `is what the patient says, whatever is written`() async throws {
        try await withStorage { _, url in
            try await TestPostgres.psql(url, Self.records)

            try await TestPostgres.psql(
                url, "UPDATE appointments SET registered_by = 2; UPDATE assignments SET registered_by = NULL")

            #expect(try await TestPostgres.psql(url, Self.registrars) == "a1 1, a2 2, m1 1, m2 2")
        }
    }

    @Test func `follows a record to another patient`() async throws {
        try await withStorage { _, url in
            try await TestPostgres.psql(url, Self.records)

            try await TestPostgres.psql(
                url,
                "UPDATE appointments SET patient_id = 2 WHERE id = 1; UPDATE assignments SET patient_id = 1 WHERE id = 2"
            )

            #expect(try await TestPostgres.psql(url, Self.registrars) == "a1 2, a2 2, m1 1, m2 1")
        }
    }

    @Test func `follows a patient who is handed over`() async throws {
        try await withStorage { _, url in
            try await TestPostgres.psql(url, Self.records)

            try await TestPostgres.psql(url, "UPDATE patients SET created_by = 2 WHERE id = 1")

            #expect(try await TestPostgres.psql(url, Self.registrars) == "a1 2, a2 2, m1 2, m2 2")
        }
    }

    /// Two accounts, a patient of each, two doctors, and an appointment and a mapping for either pair.
    private static let records = """
        INSERT INTO accounts (username, username_key, email, email_key, first_name, last_name, phone_number, address,
            password_hash, role, is_active, created_at, updated_at)
        SELECT n, n, n, n, '', '', '', '', '$', 'staff', true, now(), now() FROM generate_series(1, 2) AS n;
        INSERT INTO patients (first_name, last_name, date_of_birth, gender, phone_number, blood_group, email, address,
            emergency_contact_name, emergency_contact_phone, medical_history, allergies, current_medications,
            insurance_provider, insurance_number, search_text, created_by, created_at, updated_at)
        SELECT 'Ann', 'Lee', '1990-05-15', 'F', '', '', '', '', '', '', '', '', '', '', '', 'ann', n, now(), now()
        FROM generate_series(1, 2) AS n;
        INSERT INTO doctors (first_name, last_name, specialization, license_number, phone_number, email, gender, address,
            years_of_experience, education, certifications, languages_spoken, is_available, search_text, created_at,
            updated_at)
        SELECT 'Greg', 'House', 'Surgery', n, '', n, 'M', '', 8, '', '', '', true, 'greg', now(), now()
        FROM generate_series(1, 2) AS n;
        INSERT INTO assignments (patient_id, doctor_id, status, notes, reason, assigned_by, assigned_at, updated_at)
        SELECT n, n, 'active', '', '', 1, now(), now() FROM generate_series(1, 2) AS n;
        INSERT INTO appointments (patient_id, doctor_id, starts_at, ends_at, reason, notes, status, created_by, created_at,
            updated_at)
        SELECT n, n, start, start + INTERVAL '30 minutes', '', '', 'SCHEDULED', 1, now(), now()
        FROM generate_series(1, 2) AS n, LATERAL (
            SELECT TIMESTAMPTZ '2025-08-31 00:00Z' + n * INTERVAL '30 minutes' AS start) AS slot;
        """

    /// Of each appointment and mapping, such as `a1 2`.
    private static let registrars = """
        SELECT string_agg(who, ', ' ORDER BY who) FROM (
            SELECT 'a' || id || ' ' || registered_by AS who FROM appointments
            UNION ALL SELECT 'm' || id || ' ' || registered_by FROM assignments) AS registrars
        """
}
