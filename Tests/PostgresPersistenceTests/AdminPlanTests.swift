import Application
import Domain
import PostgresClient
import PostgresTestServer
import Synchronization
import Testing

@testable import PostgresPersistence

/// Agendas, statistics and the end of the audit trail: none reads the whole of a large table.
@Suite(.enabled(if: TestPostgres.isAvailable)) struct `The statements of boards and charts` {
    private static let nurse = Caller(account: AccountID(1)!, role: .staff, session: SessionID(bits: 1))
    private static let drHouse = Caller(
        account: AccountID(2)!, role: .doctor, session: SessionID(bits: 2), doctor: DoctorID(1)!)
    private static let ann = Caller(
        account: AccountID(3)!, role: .patient, session: SessionID(bits: 3), patient: PatientID(1)!)

    @Test func `of an agenda read no table whole`() async throws {
        let scopes: [Scope] = [
            .everything, .related([.registeredItsPatient, .madeIt], Self.nurse), .related([.isItsDoctor], Self.drHouse),
            .related([.isItsPatient], Self.ann),
        ]
        for scope in scopes {
            for doctors in [nil, [DoctorID(1)!, DoctorID(2)!]] as [Set<DoctorID>?] {
                let query = try AgendaQuery(from: .halfPastMidnight, to: .twoHoursOn, doctors: doctors)
                try await expectNoScan { runner in
                    let store = PostgresAppointmentStore(runner: runner)
                    _ = try await store.agenda(query, limit: 100, in: scope)
                    _ = try await store.agendaVersion(query, in: scope)
                }
            }
        }
    }

    @Test func `of statistics read no table whole`() async throws {
        let hours = try LocalDays([.halfPastMidnight, .halfPastMidnight.adding(minutes: 60), .twoHoursOn])
        try await expectNoScan { runner in
            let statistics = PostgresStatisticsReader(runner: runner)
            _ = try await statistics.appointments(on: hours)
            _ = try await statistics.loads(on: hours)
            _ = try await statistics.newPatients(on: hours)
            _ = try await statistics.events([.sessionStarted, .signInRefused], on: hours)
            _ = try await statistics.sessions(at: Instant(CalendarDate(year: 2999, month: 1, day: 1)!))
        }
    }

    @Test func `of dependents and of the trail's end find them by keys`() async throws {
        try await expectNoScan { runner in
            _ = try await PostgresPatientStore(runner: runner).dependents(of: PatientID(1)!, at: .noon)
            _ = try await PostgresDoctorStore(runner: runner).dependents(of: DoctorID(1)!, at: .noon)
            let trail = PostgresAuditReader(runner: runner)
            _ = try await trail.newestHead()
            _ = try await trail.newestLinks(limit: 10)
            _ = try await trail.links(at: [ChainPlace(chain: ChainID(bits: 1), sequence: 1)])
            var query = AuditQuery()
            query.actions = AuditAction.changesOfRecords
            query.page.size = 10
            _ = try await trail.list(query)
            query.patient = PatientID(1)
            _ = try await trail.list(query)
        }
    }

    private func expectNoScan(
        location: SourceLocation = #_sourceLocation, _ work: (ExplainingRunner) async throws -> Void
    ) async throws {
        try await withClient(on: try await manyRows()) { client in
            let runner = ExplainingRunner(client: client)
            try await work(runner)
            for table in ["patients", "assignments", "appointments", "audit_events", "sessions"] {
                #expect(!runner.plan.contains("Seq Scan on \(table)"), "\(runner.plan)", sourceLocation: location)
            }
        }
    }
}

extension Instant {
    /// 2025-08-31T00:30Z, at which there are appointments.
    fileprivate static let halfPastMidnight = Instant(
        CalendarDate(year: 2025, month: 8, day: 31)!, timeOfDay: 1_800_000_000)
    fileprivate static let twoHoursOn = halfPastMidnight.adding(minutes: 120)
}
