import Application
import Domain
import PostgresClient
import PostgresTestServer
import Synchronization
import Testing

@testable import PostgresPersistence

@Suite("Lists in their standard order, planned once for all values,", .enabled(if: TestPostgres.isAvailable))
struct BlindPlanTests {
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
        try await expectIndexes(["appointments_by_doctor"]) { runner in
            _ = try await PostgresAppointmentStore(runner: runner).list(query, in: .related([.isItsDoctor], drHouse))
        }
        try await expectIndexes(["appointments_by_creator", "appointments_by_registrar"], sorted: true) { runner in
            _ = try await PostgresAppointmentStore(runner: runner)
                .list(query, in: .related([.registeredItsPatient, .madeIt], nurse))
        }
    }

    @Test("read mappings from an index that has the order")
    func assignments() async throws {
        let query = AssignmentQuery.ofFiftyRows
        try await expectIndexes(["assignments_by_assignment"]) { runner in
            _ = try await PostgresAssignmentStore(runner: runner).list(query, in: .everything)
        }
        try await expectIndexes(["assignments_by_registrar"]) { runner in
            _ = try await PostgresAssignmentStore(runner: runner)
                .list(query, in: .related([.registeredItsPatient], nurse))
        }
    }

    /// - Parameter sorted: whether what several indexes gave is merged.
    private func expectIndexes(
        _ indexes: [String], sorted: Bool = false, location: SourceLocation = #_sourceLocation,
        _ work: (ExplainingRunner) async throws -> Void
    ) async throws {
        let plan = Mutex("")
        try await withClient(on: try await manyRows()) { client in
            let explaining = ExplainingRunner(client: client, isBlind: true)
            try await work(explaining)
            let text = explaining.plan
            plan.withLock { $0 = text }
        }

        let text = plan.withLock { $0 }
        for index in indexes { #expect(text.contains(index), "\(text)", sourceLocation: location) }
        #expect(!text.contains("Seq Scan"), "\(text)", sourceLocation: location)
        #expect(sorted || !text.contains("Sort Key"), "\(text)", sourceLocation: location)
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
