import Application
import Domain
import PostgresClient
import PostgresTestServer
import Synchronization
import Testing

@testable import PostgresPersistence

@Suite("The hot statements", .enabled(if: TestPostgres.isAvailable))
struct PlanTests {
    private let nurse = Caller(account: AccountID(1)!, role: .staff, session: SessionID(bits: 1))
    private let drHouse = Caller(
        account: AccountID(2)!, role: .doctor, session: SessionID(bits: 2), doctor: DoctorID(1)!)

    @Test("find a patient within a scope by keys")
    func findPatient() async throws {
        try await expectPlan(["patients_pkey"]) { runner in
            _ = try await PostgresPatientStore(runner: runner).find(PatientID(1)!, in: .related([.madeIt], nurse))
        }
        try await expectPlan(["patients_pkey", "assignments_patient_doctor_key"]) { runner in
            _ = try await PostgresPatientStore(runner: runner)
                .find(PatientID(1)!, in: .related([.isItsDoctor], drHouse))
        }
    }

    @Test("find several by their keys at once")
    func findSeveral() async throws {
        try await expectPlan(["patients_pkey"], gathered: true) { runner in
            _ = try await PostgresPatientStore(runner: runner).find(PatientID(1)!, in: .related([.madeIt], nurse))
        }
        try await expectPlan(["patients_pkey", "assignments_patient_doctor_key"], gathered: true) { runner in
            _ = try await PostgresPatientStore(runner: runner)
                .find(PatientID(1)!, in: .related([.isItsDoctor], drHouse))
        }
        try await expectPlan(["appointments_pkey"], gathered: true) { runner in
            _ = try await PostgresAppointmentStore(runner: runner).find(AppointmentID(1)!, in: .everything)
        }
        try await expectPlan(["doctors_pkey"], gathered: true) { runner in
            _ = try await PostgresDoctorStore(runner: runner).find(DoctorID(1)!)
        }
    }

    @Test("list patients in the order of an index")
    func listPatients() async throws {
        try await expectPlan(["patients_by_creator"]) { runner in
            _ = try await PostgresPatientStore(runner: runner).list(.tenRows, in: .related([.madeIt], nurse))
        }
        try await expectPlan(["patients_by_creation"]) { runner in
            _ = try await PostgresPatientStore(runner: runner).list(.tenRows, in: .everything)
        }
    }

    @Test("list doctors in the order of an index")
    func listDoctors() async throws {
        try await expectPlan(["doctors_by_name"]) { runner in
            _ = try await PostgresDoctorStore(runner: runner).list(.tenRows)
        }
        try await expectPlan(["doctors_by_specialization"]) { runner in
            var query = DoctorQuery.tenRows
            query.specialization = "Surgery"
            _ = try await PostgresDoctorStore(runner: runner).list(query)
        }
    }

    @Test("list appointments in the order of an index")
    func listAppointments() async throws {
        try await expectPlan(["appointments_by_start"]) { runner in
            _ = try await PostgresAppointmentStore(runner: runner).list(.tenRows, in: .everything)
        }
        try await expectPlan(["appointments_by_doctor"]) { runner in
            _ = try await PostgresAppointmentStore(runner: runner)
                .list(.tenRows, in: .related([.isItsDoctor], drHouse))
        }
    }

    @Test("list the appointments of a nurse by one index for each way of being related")
    func listRelatedAppointments() async throws {
        let plan = try await plan { runner in
            _ = try await PostgresAppointmentStore(runner: runner)
                .list(.tenRows, in: .related([.registeredItsPatient, .madeIt], nurse))
        }

        #expect(plan.contains("appointments_by_creator"))
        #expect(plan.contains("appointments_by_registrar"))
        #expect(!plan.contains("appointments_by_start"), "All appointments are passed by: \(plan)")
        #expect(!plan.contains("patients"))
        #expect(!plan.contains("Seq Scan"))
    }

    @Test("sort the appointments of a nurse without a look at patients")
    func sortRelatedAppointments() async throws {
        for key in AppointmentSortKey.allCases where key != .start {
            let plan = try await plan { runner in
                var query = AppointmentQuery.tenRows
                query.ordering = [Ordering(key)]
                _ = try await PostgresAppointmentStore(runner: runner)
                    .list(query, in: .related([.registeredItsPatient, .madeIt], nurse))
            }

            #expect(!plan.contains("patients"), "\(key): \(plan)")
            #expect(!plan.contains("Seq Scan"), "\(key): \(plan)")
        }
    }

    @Test("list the mappings of a nurse's patients without a look at patients")
    func listRelatedAssignments() async throws {
        for key in AssignmentSortKey.allCases {
            let plan = try await plan { runner in
                var query = AssignmentQuery()
                (query.page.size, query.ordering) = (10, [Ordering(key)])
                _ = try await PostgresAssignmentStore(runner: runner)
                    .list(query, in: .related([.registeredItsPatient], nurse))
            }

            #expect(plan.contains("assignments_by_registrar") || key != .assignedAt, "\(key): \(plan)")
            #expect(!plan.contains("patients"), "\(key): \(plan)")
            #expect(!plan.contains("Seq Scan"), "\(key): \(plan)")
        }
    }

    @Test("find the caller of a session by keys")
    func caller() async throws {
        try await expectPlan(["sessions_pkey", "accounts_pkey"]) { runner in
            _ = try await PostgresSessionStore(runner: runner)
                .caller(of: SessionID(bits: 1), account: AccountID(1)!, at: .noon)
        }
    }

    @Test("find a session for its change by keys")
    func session() async throws {
        try await expectPlan(["sessions_pkey", "accounts_pkey"]) { runner in
            _ = try await runner.rows(
                SessionStatements.findForChange, [.text(SessionID(bits: 1).text), .int64(1), .instant(.noon)],
                seeing: .nothing)
        }
    }

    @Test("find credentials by the key of the user name")
    func credentials() async throws {
        let plan = try await plan { runner in
            _ = try await PostgresAccountStore(runner: runner).credentials(of: "nurse")
        }

        // The name has an index, too, for lists; both find one row.
        #expect(plan.contains("accounts_username_key") || plan.contains("accounts_by_username"), "\(plan)")
        #expect(!plan.contains("Seq Scan"), "\(plan)")
    }

    @Test("read a diary over bounded ranges of its indexes")
    func diary() async throws {
        let plan = try await plan { runner in
            let values = DiaryRows.values(
                doctor: DoctorID(1)!, patient: PatientID(1)!, slot: .at(.noon), except: nil)
            _ = try await runner.all(DiaryRows.statement, values, seeing: .everything, DiaryRows.part)
        }

        #expect(!plan.contains("Seq Scan"))
        #expect(plan.contains("appointments_by_doctor"))
        #expect(plan.contains("appointments_by_patient"))
        #expect(plan.split(separator: "\n").count { $0.contains("Index Cond") && $0.contains("starts_at") } == 3)
    }

    private func expectPlan(
        _ indexes: [String], gathered: Bool = false, location: SourceLocation = #_sourceLocation,
        _ work: (ExplainingRunner) async throws -> Void
    ) async throws {
        let plan = try await plan(gathered: gathered, work)
        for index in indexes { #expect(plan.contains(index), sourceLocation: location) }
        #expect(!plan.contains("Seq Scan"), sourceLocation: location)
        #expect(!plan.contains("Sort Key"), sourceLocation: location)
    }

    private func plan(
        gathered: Bool = false, _ work: (ExplainingRunner) async throws -> Void
    ) async throws -> String {
        let runner = Mutex("")
        try await withClient(on: try await manyRows()) { client in
            let explaining = ExplainingRunner(client: client, isGathered: gathered)
            try await work(explaining)
            let plan = explaining.plan
            runner.withLock { $0 = plan }
        }
        return runner.withLock { $0 }
    }
}

extension PatientQuery {
    fileprivate static var tenRows: PatientQuery { with(PatientQuery()) { $0.page.size = 10 } }
}

extension DoctorQuery {
    fileprivate static var tenRows: DoctorQuery { with(DoctorQuery()) { $0.page.size = 10 } }
}

extension AppointmentQuery {
    fileprivate static var tenRows: AppointmentQuery { with(AppointmentQuery()) { $0.page.size = 10 } }
}

private func with<Value>(_ value: Value, _ change: (inout Value) -> Void) -> Value {
    var copy = value
    change(&copy)
    return copy
}

/// A database with enough rows that indexes pay, made once.
func manyRows() async throws -> String {
    let template = try await TestPostgres.shared.template(named: "plans") { url in
        try await withStorage(on: url) { storage, _ in try await storage.migrate(at: .noon) }
        try await TestPostgres.psql(
            url,
            """
            INSERT INTO accounts (username, username_key, email, email_key, first_name, last_name, phone_number,
                address, search_text, password_hash, role, is_active, created_at, updated_at)
            SELECT a, a, a, a, '', '', '', '', a, '$', 'staff', true, now(), now() FROM generate_series(1, 1000) AS a;
            INSERT INTO patients (first_name, last_name, date_of_birth, gender, blood_group, phone_number, email,
                address, emergency_contact_name, emergency_contact_phone, medical_history, allergies,
                current_medications, insurance_provider, insurance_number, search_text, created_by, created_at,
                updated_at)
            SELECT p, p, DATE '1950-01-01' + p % 3000 * 5, 'F', '', p, '', '', '', '', repeat('x', 200), '', '', '', '', p, p % 20 + 1,
                now() - p * interval '1 minute', now() - p * interval '1 second' FROM generate_series(1, 5000) AS p;
            INSERT INTO doctors (first_name, last_name, specialization, license_number, phone_number, email, gender,
                address, years_of_experience, education, certifications, languages_spoken, is_available, search_text,
                created_at, updated_at)
            SELECT d, d, 'S' || d % 50, d, d, d, 'M', repeat('x', 200), 1, '', '', '', true, d, now(), now()
            FROM generate_series(1, 2000) AS d;
            INSERT INTO assignments (patient_id, doctor_id, status, notes, reason, assigned_by, assigned_at, updated_at)
            SELECT p, p % 2000 + 1, CASE p % 5 WHEN 0 THEN 'completed' ELSE 'active' END, '', '', p % 20 + 1,
                now() - p * interval '1 minute', now() - p * interval '1 second' FROM generate_series(1, 5000) AS p;
            INSERT INTO appointments (doctor_id, patient_id, starts_at, ends_at, reason, notes, status, created_by,
                created_at, updated_at)
            SELECT a % 100 + 1, a % 5000 + 1, start, start + interval '30 minutes', '', '', 'SCHEDULED', a % 20 + 1,
                now() - a * interval '1 minute', now() - a * interval '1 second'
            FROM generate_series(1, 10000) AS a, LATERAL (
                SELECT TIMESTAMPTZ '2025-08-31 00:00Z' + a / 100 * interval '30 minutes' AS start) AS slot;
            INSERT INTO sessions (id, account_id, started_at, expires_at)
            SELECT md5(s::text), s % 1000 + 1, now(), now() FROM generate_series(1, 2000) AS s;
            INSERT INTO audit_events (chain, sequence, at, action, outcome, account_id, role, session, address,
                request, record_kind, record_id, patients, changed, code)
            SELECT 'c' || e % 7, e, now() - e * interval '1 second',
                CASE e % 10 WHEN 0 THEN 'patient.changed' ELSE 'patient.read' END, 'done', e % 1000, 'staff', '', '',
                '', 'patient', e % 5000, ARRAY[e % 5000], '', '' FROM generate_series(1, 10000) AS e;
            ANALYZE;
            """)
    }
    return try await TestPostgres.shared.freshDatabase(template: template)
}
