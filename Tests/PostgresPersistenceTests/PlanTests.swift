import Application
import Domain
import PostgresClient
import PostgresTestServer
import Synchronization
import Testing

@testable import PostgresPersistence

/// With sorting and reading whole tables made dear, a plan uses an index wherever there is one that fits.
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

    @Test("list patients in the order of an index")
    func listPatients() async throws {
        try await expectPlan(["patients_by_creator"]) { runner in
            _ = try await PostgresPatientStore(runner: runner).list(PatientQuery(), in: .related([.madeIt], nurse))
        }
        try await expectPlan(["patients_by_creation"]) { runner in
            _ = try await PostgresPatientStore(runner: runner).list(PatientQuery(), in: .everything)
        }
    }

    @Test("list doctors in the order of an index")
    func listDoctors() async throws {
        try await expectPlan(["doctors_by_name"]) { runner in
            _ = try await PostgresDoctorStore(runner: runner).list(DoctorQuery())
        }
        try await expectPlan(["doctors_by_specialization"]) { runner in
            var query = DoctorQuery()
            query.specialization = "Surgery"
            _ = try await PostgresDoctorStore(runner: runner).list(query)
        }
    }

    @Test("list appointments in the order of an index")
    func listAppointments() async throws {
        try await expectPlan(["appointments_by_start"]) { runner in
            _ = try await PostgresAppointmentStore(runner: runner).list(AppointmentQuery(), in: .everything)
        }
        try await expectPlan(["appointments_by_doctor"]) { runner in
            _ = try await PostgresAppointmentStore(runner: runner)
                .list(AppointmentQuery(), in: .related([.isItsDoctor], drHouse))
        }
    }

    @Test("list the appointments of a nurse by one index for each way of being related")
    func listRelatedAppointments() async throws {
        let plan = try await plan { runner in
            _ = try await PostgresAppointmentStore(runner: runner)
                .list(AppointmentQuery(), in: .related([.registeredItsPatient, .madeIt], nurse))
        }

        #expect(plan.contains("appointments_by_creator"))
        #expect(!plan.contains("Seq Scan"))
    }

    @Test("find the caller of a session by keys")
    func caller() async throws {
        try await expectPlan(["sessions_pkey", "accounts_pkey"]) { runner in
            _ = try await PostgresSessionStore(runner: runner)
                .caller(of: SessionID(bits: 1), account: AccountID(1)!, at: .noon)
        }
    }

    @Test("find credentials by the key of the user name")
    func credentials() async throws {
        try await expectPlan(["accounts_username_key"]) { runner in
            _ = try await PostgresAccountStore(runner: runner).credentials(of: Username(stored: "nurse"))
        }
    }

    @Test("read a diary over bounded ranges of its indexes")
    func diary() async throws {
        let plan = try await plan { runner in
            let values = DiaryRows.values(
                doctor: DoctorID(1)!, patient: PatientID(1)!, slot: .at(.noon), except: nil)
            _ = try await runner.all(DiaryRows.statement, values, DiaryRows.part)
        }

        #expect(!plan.contains("Seq Scan"))
        #expect(plan.contains("appointments_by_doctor"))
        #expect(plan.contains("appointments_by_patient"))
        #expect(plan.split(separator: "\n").count { $0.contains("Index Cond") && $0.contains("starts_at") } == 3)
    }

    private func expectPlan(
        _ indexes: [String], location: SourceLocation = #_sourceLocation,
        _ work: (ExplainingRunner) async throws -> Void
    ) async throws {
        let plan = try await plan(work)
        for index in indexes { #expect(plan.contains(index), sourceLocation: location) }
        #expect(!plan.contains("Seq Scan"), sourceLocation: location)
        #expect(!plan.contains("Sort Key"), sourceLocation: location)
    }

    private func plan(_ work: (ExplainingRunner) async throws -> Void) async throws -> String {
        let runner = Mutex("")
        try await withClient { client in
            let explaining = ExplainingRunner(client: client)
            try await work(explaining)
            let plan = explaining.plan
            runner.withLock { $0 = plan }
        }
        return runner.withLock { $0 }
    }
}

/// Runs statements as they are, and keeps the plan of the last one.
private final class ExplainingRunner: StatementRunner {
    private let client: PostgresClient
    private let lastPlan = Mutex("")

    init(client: PostgresClient) { self.client = client }

    var plan: String { lastPlan.withLock { $0 } }

    func rows(_ statement: PostgresStatement, _ values: [PostgresValue]) async throws(PostgresError) -> PostgresRows {
        let plan: String
        do {
            plan = try await client.transaction { transaction throws(PostgresError) in
                try await transaction.executeScript("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off;")
                let explain = PostgresStatement(sql: "EXPLAIN (COSTS OFF) " + statement.sql)
                var lines: [String] = []
                for row in try await transaction.query(explain, values) { lines.append(try row.string(0)) }
                return lines.joined(separator: "\n")
            }
        } catch {
            switch error {
            case .work(let error), .client(let error): throw error
            }
        }
        lastPlan.withLock { $0 = plan }
        return try await client.longRead(statement, values)
    }

    func longRows(
        _ statement: PostgresStatement, _ values: [PostgresValue]
    ) async throws(PostgresError) -> PostgresRows {
        try await rows(statement, values)
    }
}
