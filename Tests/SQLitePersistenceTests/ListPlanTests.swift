import Application
import Domain
import GRDB
import Synchronization
import Testing

@testable import SQLitePersistence

/// Each list, by each condition, in each order and for whomever: none reads the whole of a large table but in the order of
/// an index, or of the numbers, which is the table's own.
@Suite("The statements of lists")
struct ListPlanTests {
    private static let nurse = Caller(account: AccountID(1)!, role: .staff, session: SessionID(bits: 1))
    private static let drHouse = Caller(
        account: AccountID(2)!, role: .doctor, session: SessionID(bits: 2), doctor: DoctorID(1)!)
    private static let ann = Caller(
        account: AccountID(3)!, role: .patient, session: SessionID(bits: 3), patient: PatientID(1)!)

    @Test func `of patients read no table whole`() async throws {
        let changes: [@Sendable (inout PatientQuery) -> Void] = [
            { _ in }, { $0.gender = .female }, { $0.bloodGroup = .abNegative },
            { $0.dateOfBirth = CalendarDate(year: 1990, month: 5, day: 15) }, { $0.doctor = DoctorID(1) },
            { $0.search = ["archer"] }, { $0.search = ["an", "archer"] }, { $0.search = ["a"] },
        ]
        let scopes: [Scope] = [
            .everything, .related([.madeIt], Self.nurse), .related([.isItsDoctor], Self.drHouse),
            .related([.isItsPatient], Self.ann),
        ]
        try await explain(PatientQuery(), changes, scopes) { access, query, scope throws(Failure) in
            _ = try await SQLitePatientStore(access: access).list(query, in: scope)
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
        try await explain(AssignmentQuery(), changes, scopes) { access, query, scope throws(Failure) in
            let store = SQLiteAssignmentStore(access: access)
            _ = try await store.list(query, in: scope)
            _ = try await store.listWithDoctors(query, in: scope)
        }
    }

    @Test func `of appointments read no table whole`() async throws {
        let changes: [@Sendable (inout AppointmentQuery) -> Void] = [
            { _ in }, { $0.patient = PatientID(1) }, { $0.doctor = DoctorID(1) }, { $0.status = .scheduled },
            { $0.date = CalendarDate(year: 2025, month: 9, day: 1) }, { $0.from = Instant(microseconds: 0) },
            { $0.to = Instant(microseconds: 0) },
        ]
        let scopes: [Scope] = [
            .everything, .related([.registeredItsPatient, .madeIt], Self.nurse), .related([.isItsDoctor], Self.drHouse),
            .related([.isItsPatient], Self.ann),
        ]
        try await explain(AppointmentQuery(), changes, scopes) { access, query, scope throws(Failure) in
            _ = try await SQLiteAppointmentStore(access: access).list(query, in: scope)
        }
    }

    @Test func `of the audit trail read no table whole`() async throws {
        let changes: [@Sendable (inout AuditQuery) -> Void] = [
            { _ in }, { $0.account = AccountID(1) }, { $0.patient = PatientID(1) }, { $0.actions = [.patientRead] },
            { $0.subject = AuditSubject(PatientID(1)!) }, { $0.subject = AuditSubject(DoctorID(1)!) },
            { $0.from = Instant(microseconds: 0) }, { $0.to = Instant(microseconds: 0) },
            { ($0.account, $0.patient) = (AccountID(1), PatientID(1)) },
        ]
        try await explain(AuditQuery(), changes, [.everything]) { access, query, _ throws(Failure) in
            _ = try await SQLiteAuditReader(access: access).list(query)
            _ = try await SQLiteAuditReader(access: access).count(query)
            let place = AuditPlace(chain: ChainID(bits: 1), sequence: 1, id: 1)
            _ = try await SQLiteAuditReader(access: access).links(after: place, limit: 10)
        }
    }

    /// In the standard order and by each key both ways, when few records fulfil a condition and when many do; also behind
    /// a position.
    private func explain<Query: ListQuery>(
        _ plain: Query, _ changes: [@Sendable (inout Query) -> Void], _ scopes: [Scope],
        _ list: (ExplainingAccess, Query, Scope) async throws(Failure) -> Void
    ) async throws {
        let file = TestFile()
        let storage = try await file.openMigrated()
        let few = ExplainingAccess(connection: try SQLiteConnection.forReading(file.settings), fewRows: 5000)
        let many = ExplainingAccess(connection: few.connection, fewRows: -1)
        for change in changes {
            for scope in scopes {
                for ordering in [[]]
                    + Query.Key.allCases.flatMap({ [[Ordering($0)], [Ordering($0, descending: true)]] })
                {
                    var query = plain
                    query.ordering = ordering
                    change(&query)
                    try await list(few, query, scope)
                    try await list(many, query, scope)
                    query.page.position = ListPosition(
                        .after, query.order.keys.map(\.key.kind.example), in: query.order)
                    try await list(many, query, scope)
                }
            }
        }
        let plans = few.plans + many.plans

        #expect(plans.count > 50)
        for (sql, plan) in plans {
            if sql.contains("SELECT patient_id FROM assignments") {
                #expect(plan.contains { $0.contains("assignments_by_doctor") }, "\(plan) in \(sql)")
            }
            // With a plus before it, it is for a record that is at hand.
            for table in ["assignments", "appointments"] where sql.contains(" \(table).registered_by = ") {
                #expect(plan.contains { $0.contains("\(table)_by_registrar") }, "\(plan) in \(sql)")
                #expect(!plan.contains { $0.contains(" patients") }, "\(plan) in \(sql)")
            }
            if sql.contains(" patients.created_by = ") {
                #expect(plan.contains { $0.contains("patients_by_creator") }, "\(plan) in \(sql)")
            }
            if sql.contains("audit_events.record_kind <> 'patient'") {
                #expect(
                    plan.contains { $0.contains("audit_events_by_record (record_kind=? AND record_id=?") },
                    "\(plan) in \(sql)")
            }
            // What is sorted of appointments is in an index that has all by which they are.
            if sql.contains(" appointments.registered_by = "),
                plan.contains(where: { $0.contains("USE TEMP B-TREE FOR ORDER BY") }),
                sql.contains("ORDER BY appointments.updated_at") || sql.contains("ORDER BY appointments.status")
            {
                #expect(!plan.contains { $0.contains("_and_creation (registered_by=?)") }, "\(plan) in \(sql)")
            }
            for line in plan where line.hasPrefix("SCAN ") {
                let isByNumber = sql.contains("ORDER BY \(line.dropFirst(5)).id")
                let isSmall = ["SCAN found", "SCAN met", "SCAN (", "SCAN CONSTANT"].contains {
                    line.hasPrefix($0)
                }
                #expect(line.contains(" INDEX ") || isByNumber || isSmall, "\(line) in \(sql)")
            }
        }
        await storage.close()
    }
}

/// Runs statements as they are, and keeps their plans.
final class ExplainingAccess: SQLiteAccess {
    let connection: DatabaseQueue
    let fewRows: Int
    private let kept = Mutex<[String: [String]]>([:])

    init(connection: DatabaseQueue, fewRows: Int) {
        self.connection = connection
        self.fewRows = fewRows
    }

    var plans: [(String, [String])] { kept.withLock { $0.map { ($0.key, $0.value) } } }

    func run<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result
    ) async throws(Failure) -> Result {
        do {
            return try explained(body)
        } catch {
            throw Failure(sqlite: error)
        }
    }

    private func explained<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try connection.unsafeRead { db in
            let texts = Mutex<Set<String>>([])
            db.trace(options: .statement) { event in
                if case .statement(let statement) = event { texts.withLock { _ = $0.insert(statement.expandedSQL) } }
            }
            let result = try body(db)
            db.trace(options: [])
            for sql in texts.withLock({ $0 }) where !sql.contains("'main'") && !sql.hasPrefix("PRAGMA") {
                let plan = try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql).map { row in
                    try row.decode(String.self, forColumn: "detail")
                }
                kept.withLock { $0[sql] = plan }
            }
            return result
        }
    }
}

extension SortValue.Kind {
    /// A value of this kind.
    fileprivate var example: SortValue {
        switch self {
        case .number(let range): .number(range.lowerBound)
        case .text: .text("x")
        case .instant: .instant(Instant(microseconds: 0))
        case .date: .date(CalendarDate(daysSince1970: 0))
        }
    }
}
