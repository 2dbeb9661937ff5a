import Domain
import PostgresTestServer

/// Two of each, so that whoever is related to one of a kind is not related to the other. Patient, mapping and
/// appointment 1 belong to nurse 1 and doctor 1; the mapping and the appointment were made by the other nurse.
enum TwoNurses {
    /// Nurse 1, doctor 1 and patient 1 at once: a scope says which of these counts.
    static let one = Caller(
        account: AccountID(1)!, role: .staff, session: SessionID(bits: 1), doctor: DoctorID(1), patient: PatientID(1))

    static func move(into url: String) async throws {
        try await TestPostgres.psql(url, records)
    }

    static let records = """
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
        SELECT n, n, 'active', '', '', 3 - n, now(), now() FROM generate_series(1, 2) AS n;
        INSERT INTO appointments (patient_id, doctor_id, starts_at, ends_at, reason, notes, status, created_by, created_at,
            updated_at)
        SELECT n, n, start, start + INTERVAL '30 minutes', '', '', 'SCHEDULED', 3 - n, now(), now()
        FROM generate_series(1, 2) AS n, LATERAL (
            SELECT TIMESTAMPTZ '2025-08-31 00:00Z' + n * INTERVAL '30 minutes' AS start) AS slot;
        """
}
