import Application
import Domain
import PostgresClient
import PostgresTestServer
import Testing

@testable import PostgresPersistence

/// Each list, by each condition, in each order and for whomever: none reads the whole of a large table. Words of one or
/// two letters, which have no trigram, may.
@Suite("The lists", .enabled(if: TestPostgres.isAvailable))
struct ListPlanTests {
    private static let nurse = Caller(account: AccountID(1)!, role: .staff, session: SessionID(bits: 1))
    private static let drHouse = Caller(
        account: AccountID(2)!, role: .doctor, session: SessionID(bits: 2), doctor: DoctorID(1)!)
    private static let ann = Caller(
        account: AccountID(3)!, role: .patient, session: SessionID(bits: 3), patient: PatientID(1)!)

    @Test func `of patients read no table whole`() async throws {
        let changes: [@Sendable (inout PatientQuery) -> Void] = [
            { _ in }, { $0.gender = .female }, { $0.gender = .other }, { $0.bloodGroup = .abNegative },
            { $0.dateOfBirth = CalendarDate(year: 1990, month: 5, day: 15) }, { $0.doctor = DoctorID(1) },
            { $0.search = ["4321"] }, { $0.search = ["123", "nobody"] },
        ]
        let scopes: [Scope] = [
            .everything, .related([.madeIt], Self.nurse), .related([.isItsDoctor], Self.drHouse),
            .related([.isItsPatient], Self.ann),
        ]
        try await explain(PatientQuery(), changes, scopes) { runner, query, scope throws(Failure) in
            _ = try await PostgresPatientStore(runner: runner).list(query, in: scope)
        }
    }

    @Test func `of mappings read no table whole`() async throws {
        let changes: [@Sendable (inout AssignmentQuery) -> Void] = [
            { _ in }, { $0.patient = PatientID(1) }, { $0.doctor = DoctorID(1) }, { $0.status = .active },
            { $0.status = .completed }, { $0.isActive = true }, { $0.isActive = false },
        ]
        let scopes: [Scope] = [
            .everything, .related([.registeredItsPatient], Self.nurse), .related([.madeIt], Self.nurse),
            .related([.isItsDoctor], Self.drHouse), .related([.isItsPatient], Self.ann),
        ]
        try await explain(AssignmentQuery(), changes, scopes) { runner, query, scope throws(Failure) in
            _ = try await PostgresAssignmentStore(runner: runner).list(query, in: scope)
        }
    }

    @Test func `of appointments read no table whole`() async throws {
        let changes: [@Sendable (inout AppointmentQuery) -> Void] = [
            { _ in }, { $0.patient = PatientID(1) }, { $0.doctor = DoctorID(1) }, { $0.status = .scheduled },
            { $0.status = .checkedIn }, { $0.date = CalendarDate(year: 2025, month: 9, day: 1) }, { $0.from = .noon },
            { $0.to = .noon },
        ]
        let scopes: [Scope] = [
            .everything, .related([.registeredItsPatient, .madeIt], Self.nurse), .related([.isItsDoctor], Self.drHouse),
            .related([.isItsPatient], Self.ann),
        ]
        try await explain(AppointmentQuery(), changes, scopes) { runner, query, scope throws(Failure) in
            _ = try await PostgresAppointmentStore(runner: runner).list(query, in: scope)
        }
    }

    @Test func `of the audit trail read no table whole`() async throws {
        let changes: [@Sendable (inout AuditQuery) -> Void] = [
            { _ in }, { $0.account = AccountID(1) }, { $0.patient = PatientID(1) }, { $0.actions = [.patientRead] },
            { $0.actions = [.patientDeleted] }, { $0.subject = AuditSubject(PatientID(1)!) }, { $0.from = .noon },
            { $0.to = .noon }, { ($0.account, $0.actions) = (AccountID(1), [.patientRead]) },
        ]
        try await explain(AuditQuery(), changes, [.everything]) { runner, query, _ throws(Failure) in
            _ = try await PostgresAuditReader(runner: runner).list(query)
            let place = AuditPlace(chain: ChainID(bits: 1), sequence: 1, id: 1)
            _ = try await PostgresAuditReader(runner: runner).links(after: place, limit: 10)
        }
    }

    @Test func `of the audit trail about one record find it by its index`() async throws {
        try await withClient(on: try await manyRows()) { client in
            for (subject, index) in [
                (AuditSubject(PatientID(1)!), "audit_events_by_patient"),
                (AuditSubject(DoctorID(1)!), "audit_events_by_record"),
            ] {
                var query = AuditQuery()
                query.subject = subject
                for actions in [[], [.patientRead], [.patientRead, .doctorChanged]] as [Set<AuditAction>] {
                    query.actions = actions
                    let runner = ExplainingRunner(client: client)
                    _ = try await PostgresAuditReader(runner: runner).list(query)
                    _ = try await PostgresAuditReader(runner: runner).count(query)
                    #expect(runner.plan.contains("Index Scan"), "\(query): \(runner.plan)")
                    #expect(runner.plan.contains(" \(index)"), "\(query): \(runner.plan)")
                }
            }
        }
    }

    /// In the standard order and by each key both ways.
    private func explain<Query: ListQuery>(
        _ plain: Query, _ changes: [@Sendable (inout Query) -> Void], _ scopes: [Scope],
        _ list: (ExplainingRunner, Query, Scope) async throws(Failure) -> Void
    ) async throws {
        try await withClient(on: try await manyRows()) { client in
            for change in changes {
                for scope in scopes {
                    for ordering in [[]]
                        + Query.Key.allCases.flatMap({ [[Ordering($0)], [Ordering($0, descending: true)]] })
                    {
                        var query = plain
                        (query.ordering, query.page.size) = (ordering, 10)
                        change(&query)
                        let runner = ExplainingRunner(client: client)
                        try await list(runner, query, scope)
                        let plan = runner.plan
                        for table in ["patients", "patient_updates", "assignments", "appointments", "audit_events"] {
                            #expect(!plan.contains("Seq Scan on \(table)"), "\(query) in \(scope): \(plan)")
                        }
                    }
                }
            }
        }
    }
}
