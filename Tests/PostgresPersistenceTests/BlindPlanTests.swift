import Application
import Domain
import PostgresClient
import PostgresTestServer
import Synchronization
import Testing

@testable import PostgresPersistence

@Suite("Lists in their standard order, planned once for all values,", .enabled(if: TestPostgres.isAvailable))
struct BlindPlanTests {
    private let ann = Caller(
        account: AccountID(3)!, role: .patient, session: SessionID(bits: 3), patient: PatientID(1)!)
    private let nurse = Caller(account: AccountID(1)!, role: .staff, session: SessionID(bits: 1))
    private let drHouse = Caller(
        account: AccountID(2)!, role: .doctor, session: SessionID(bits: 2), doctor: DoctorID(1)!)

    @Test("read patients from an index that has the order")
    func patients() async throws {
        let first = PatientQuery.ofFiftyRows
        var further = first
        further.page.position = ListPosition(
            .after, [.instant(.noon), .number(7)], in: ListOrder(PatientSortKey.standardOrder))
        for query in [first, further] {
            try await expectIndexes(["patients_by_creator"]) { runner in
                _ = try await PostgresPatientStore(runner: runner).list(query, in: .related([.madeIt], nurse))
            }
            try await expectIndexes(["patients_by_creation"]) { runner in
                _ = try await PostgresPatientStore(runner: runner).list(query, in: .everything)
            }
        }
    }

    /// Only the rows of the page are looked at, in no other order than the one in which they were found.
    @Test("look for what many have in an index that has the order and the text")
    func searches() async throws {
        let url = try await manyRows()
        try await TestPostgres.psql(url, "UPDATE patients SET search_text = 'smithers'; ANALYZE patients")
        var first = PatientQuery.ofFiftyRows
        first.search = ["smi", "hers"]
        var further = first
        further.page.position = ListPosition(
            .after, [.instant(.noon), .number(7)], in: ListOrder(PatientSortKey.standardOrder))
        try await withClient(on: url) { client in
            for (scope, index) in [
                (Scope.related([.madeIt], nurse), "patients_by_creator"), (.everything, "patients_by_creation"),
            ] {
                let frequent = FrequentWords()
                for (query, isKnown) in [(first, false), (further, true)] {
                    let runner = ExplainingRunner(client: client)
                    _ = try await PostgresPatientStore(runner: runner, frequent: frequent).list(query, in: scope)
                    let plan = runner.plan
                    // That many have the words is asked once.
                    #expect(runner.arePlannedOnce == isKnown)
                    #expect(plan.contains("Index Only Scan using \(index) "), "\(plan)")
                    #expect(plan.contains("Index Scan using patients_pkey"), "\(plan)")
                    #expect(!plan.contains("Sort Key") && !plan.contains("Seq Scan"), "\(plan)")
                }
            }
        }
    }

    @Test("read doctors from an index that has the order")
    func doctors() async throws {
        try await expectIndexes(["doctors_by_name"]) { runner in
            _ = try await PostgresDoctorStore(runner: runner).list(.ofFiftyRows)
        }
    }

    @Test("read appointments from an index that has the order, for each way of being related")
    func appointments() async throws {
        let query = AppointmentQuery.ofFiftyRows
        try await expectIndexes(["appointments_by_start"]) { runner in
            _ = try await PostgresAppointmentStore(runner: runner).list(query, in: .everything)
        }
        let relations: [(index: String, relation: Relation, caller: Caller)] = [
            ("appointments_by_creator", .madeIt, nurse), ("appointments_by_registrar", .registeredItsPatient, nurse),
            ("appointments_by_doctor", .isItsDoctor, drHouse), ("appointments_by_patient", .isItsPatient, ann),
        ]
        for (index, relation, caller) in relations {
            try await expectIndexes([index]) { runner in
                _ = try await PostgresAppointmentStore(runner: runner).list(query, in: .related([relation], caller))
            }
        }
    }

    @Test("read mappings from an index that has the order")
    func assignments() async throws {
        let query = AssignmentQuery.ofFiftyRows
        try await expectIndexes(["assignments_by_assignment"]) { runner in
            _ = try await PostgresAssignmentStore(runner: runner).list(query, in: .everything)
        }
        let relations: [(index: String, relation: Relation, caller: Caller)] = [
            ("assignments_by_creator", .madeIt, nurse), ("assignments_by_registrar", .registeredItsPatient, nurse),
            ("assignments_by_doctor", .isItsDoctor, drHouse),
        ]
        for (index, relation, caller) in relations {
            try await expectIndexes([index]) { runner in
                _ = try await PostgresAssignmentStore(runner: runner).list(query, in: .related([relation], caller))
            }
        }
    }

    /// A value that all rows have seems to narrow nothing: then any index with the order will do, and whoever made few
    /// records waits for a walk past all others'.
    @Test("read an account's own records from its index, even where one account made all and one doctor has all")
    func oneAccount() async throws {
        let url = try await manyRows()
        try await TestPostgres.psql(
            url,
            """
            UPDATE patients SET created_by = 1;
            UPDATE assignments SET assigned_by = 1, registered_by = 1, doctor_id = 1;
            UPDATE appointments SET created_by = 1, registered_by = 1;
            ANALYZE
            """)
        try await expectIndexes(["patients_by_creator"], on: url) { runner in
            _ = try await PostgresPatientStore(runner: runner).list(.ofFiftyRows, in: .related([.madeIt], nurse))
        }
        for (index, relation) in [
            ("appointments_by_creator", Relation.madeIt), ("appointments_by_registrar", .registeredItsPatient),
        ] {
            try await expectIndexes([index], on: url) { runner in
                _ = try await PostgresAppointmentStore(runner: runner)
                    .list(.ofFiftyRows, in: .related([relation], nurse))
            }
        }
        for (index, relation, caller) in [
            ("assignments_by_creator", Relation.madeIt, nurse),
            ("assignments_by_registrar", .registeredItsPatient, nurse),
            ("assignments_by_doctor", .isItsDoctor, drHouse),
        ] {
            try await expectIndexes([index], on: url) { runner in
                _ = try await PostgresAssignmentStore(runner: runner)
                    .list(.ofFiftyRows, in: .related([relation], caller))
            }
        }
    }

    /// - Parameter url: a database other than the usual one with many rows.
    private func expectIndexes(
        _ indexes: [String], on url: String? = nil, location: SourceLocation = #_sourceLocation,
        _ work: (ExplainingRunner) async throws -> Void
    ) async throws {
        let plan = Mutex("")
        let database = if let url { url } else { try await manyRows() }
        try await withClient(on: database) { client in
            let explaining = ExplainingRunner(client: client)
            try await work(explaining)
            #expect(explaining.arePlannedOnce, sourceLocation: location)
            let text = explaining.plan
            plan.withLock { $0 = text }
        }

        let text = plan.withLock { $0 }
        for index in indexes { #expect(text.contains(index), "\(text)", sourceLocation: location) }
        #expect(!text.contains("Seq Scan"), "\(text)", sourceLocation: location)
        #expect(!text.contains("Sort Key"), "\(text)", sourceLocation: location)
    }
}

extension PatientQuery {
    fileprivate static var ofFiftyRows: PatientQuery { fifty(PatientQuery()) }
}

extension DoctorQuery {
    fileprivate static var ofFiftyRows: DoctorQuery { fifty(DoctorQuery()) }
}

extension AppointmentQuery {
    fileprivate static var ofFiftyRows: AppointmentQuery { fifty(AppointmentQuery()) }
}

extension AssignmentQuery {
    fileprivate static var ofFiftyRows: AssignmentQuery { fifty(AssignmentQuery()) }
}

private func fifty<Query: ListQuery>(_ query: Query) -> Query {
    var query = query
    query.page.size = 50
    return query
}
