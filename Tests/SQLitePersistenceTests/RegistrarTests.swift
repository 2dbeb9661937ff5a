import GRDB
import Testing

@testable import SQLitePersistence

@Suite struct `Who registered the patient of a record` {
    @Test func `is filled in by the migration`() async throws {
        let file = TestFile()
        try await file.migrate(upTo: 10)
        try await file.tamper(Self.records)

        await (try await file.openMigrated()).close()

        #expect(try await file.registrars() == ["a1 1", "a2 2", "m1 1", "m2 2"])
    }

    @Test func `is what the patient says, whatever is written`() async throws {
        let file = TestFile()
        await (try await file.openMigrated()).close()
        try await file.tamper(Self.records)

        try await file.tamper("UPDATE appointments SET registered_by = 2; UPDATE assignments SET registered_by = NULL")

        #expect(try await file.registrars() == ["a1 1", "a2 2", "m1 1", "m2 2"])
    }

    @Test func `follows a record to another patient`() async throws {
        let file = TestFile()
        await (try await file.openMigrated()).close()
        try await file.tamper(Self.records)

        try await file.tamper(
            "UPDATE appointments SET patient_id = 2 WHERE id = 1; UPDATE assignments SET patient_id = 1 WHERE id = 2")

        #expect(try await file.registrars() == ["a1 2", "a2 2", "m1 1", "m2 1"])
    }

    @Test func `follows a patient who is handed over`() async throws {
        let file = TestFile()
        await (try await file.openMigrated()).close()
        try await file.tamper(Self.records)

        try await file.tamper("UPDATE patients SET created_by = 2 WHERE id = 1")

        #expect(try await file.registrars() == ["a1 2", "a2 2", "m1 2", "m2 2"])
    }

    /// Two accounts, a patient of each, two doctors, and an appointment and a mapping for either pair.
    private static let records = """
        INSERT INTO accounts (id, username, username_key, email, email_key, first_name, last_name, phone_number, address,
            password_hash, role, is_active, created_at, updated_at)
        SELECT value, 'n' || value, 'n' || value, value, value, '', '', '', '', '$', 'staff', 1, 0, 0
        FROM (SELECT 1 AS value UNION SELECT 2);
        INSERT INTO patients (id, first_name, last_name, date_of_birth, gender, blood_group, email, address,
            emergency_contact_name, emergency_contact_phone, medical_history, allergies, current_medications,
            insurance_provider, insurance_number, search_text, created_by, created_at, updated_at)
        SELECT id, 'Ann', 'Lee', '1990-05-15', 'F', '', '', '', '', '', '', '', '', '', '', 'ann', id, 0, 0 FROM accounts;
        INSERT INTO doctors (id, first_name, last_name, specialization, license_number, email, gender, address,
            years_of_experience, education, certifications, languages_spoken, is_available, search_text, created_at,
            updated_at)
        SELECT id, 'Greg', 'House', 'Surgery', id, id, 'M', '', 8, '', '', '', 1, 'greg', 0, 0 FROM accounts;
        INSERT INTO assignments (patient_id, doctor_id, status, notes, reason, assigned_by, assigned_at, updated_at)
        SELECT id, id, 'active', '', '', 1, 0, 0 FROM patients;
        INSERT INTO appointments (patient_id, doctor_id, starts_at, ends_at, reason, notes, status, created_by, created_at,
            updated_at)
        SELECT id, id, id * 1800000000, id * 1800000000 + 1800000000, '', '', 'SCHEDULED', 1, 0, 0 FROM patients;
        """
}

extension TestFile {
    /// Of each appointment and mapping, such as `a1 2`.
    fileprivate func registrars() async throws -> [String] {
        try await DatabaseQueue(path: path).read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT 'a' || id || ' ' || registered_by FROM appointments
                    UNION ALL SELECT 'm' || id || ' ' || registered_by FROM assignments
                    ORDER BY 1
                    """)
        }
    }
}
