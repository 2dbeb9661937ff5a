import Application
import Domain
import PostgresClient
import PostgresTestServer
import Synchronization
import Testing

@testable import PostgresPersistence

@Suite(.enabled(if: TestPostgres.isAvailable)) struct `A change of a patient` {
    @Test func `enters no index where it is of nothing that lists go by`() async throws {
        #expect(try await rowsChangedInPlace { $0.clinicalText.medicalHistory = FreeText(stored: "Asthma") } == 1)
    }

    @Test func `enters the indexes where it is of what lists go by`() async throws {
        #expect(try await rowsChangedInPlace { $0.phoneNumber = PhoneNumber(stored: "+1 555 0199") } == 0)
    }

    @Test func `keeps the time of each patient whom lists have`() async throws {
        try await withStorage { storage, url in
            let clinic = try await Clinic(storage)
            let (ann, bo) = (try await clinic.register("Ann"), try await clinic.register("Bo"))
            var changed = ann
            changed.updatedAt = .noon.adding(minutes: 1)
            let final = changed
            try await storage.transaction { stores throws(Failure) in
                try await stores.patients.update(final)
                try await stores.patients.delete(bo.id, at: .noon)
            }

            let kept = try await TestPostgres.psql(
                url, "SELECT patient_id, updated_at = '2025-09-01 12:01Z', created_by FROM patient_updates")
            #expect(kept == "\(ann.id.number)|t|\(clinic.nurse.number)")
            try await TestPostgres.psql(url, "UPDATE patients SET deleted_at = NULL, created_by = 1")
            let restored = try await TestPostgres.psql(url, "SELECT count(*) FROM patient_updates")
            #expect(restored == "2")
        }
    }

    @Test func `before the migration stands in the list of changes`() async throws {
        let older = Array(PostgresMigration.all.prefix { $0.name != "changes_in_place" })
        try await withEmptyStorage(migrations: older) { storage, url in
            try await storage.migrate(at: .noon)
            let clinic = try await Clinic(storage)
            for name in ["Ann", "Bo", "Cy"] { _ = try await clinic.register(name) }
            try await TestPostgres.psql(
                url,
                """
                UPDATE patients SET updated_at = updated_at + interval '1 minute' WHERE first_name = 'Ann';
                UPDATE patients SET deleted_at = updated_at WHERE first_name = 'Bo';
                """)

            try await withStorage(on: url) { newer, _ in
                try await newer.migrate(at: .noon)
                var query = PatientQuery()
                query.ordering = [Ordering(.updatedAt)]
                let found = try await newer.reads.patients.list(query, in: .everything)
                #expect(found.map(\.details.firstName.text) == ["Cy", "Ann"])
            }
        }
    }

    @Test(arguments: [true, false], [Scope.everything, .related([.madeIt], TwoNurses.one)])
    func `is listed in the order of an index`(descending: Bool, scope: Scope) async throws {
        let index = scope == .everything ? "patient_updates_by_time" : "patient_updates_by_creator"
        try await withClient(on: try await manyRows()) { client in
            var query = PatientQuery()
            query.page.size = 10
            // With ties both ways.
            for tie in [[], [Ordering<PatientSortKey>(.id, descending: descending)]] {
                query.ordering = [Ordering(.updatedAt, descending: descending)] + tie
                // Behind which all others are.
                let place: Instant = descending ? .noon.adding(minutes: 10_000_000) : .noon
                let values: [SortValue] = [.instant(place), .number(7)]
                for position in [nil, ListPosition<PatientSortKey>(.after, values, in: query.order)] {
                    let runner = ExplainingRunner(client: client)
                    query.page.position = position
                    _ = try await PostgresPatientStore(runner: runner).list(query, in: scope)
                    #expect(runner.plan.contains("Index Only Scan"), "\(runner.plan)")
                    #expect(runner.plan.contains(" \(index)"), "\(runner.plan)")
                    #expect(descending && tie.isEmpty || !runner.plan.contains("Sort"), "\(runner.plan)")
                }
            }
        }
    }

    /// How many rows of patients one change wrote without entering an index.
    private func rowsChangedInPlace(_ change: (inout PatientDetails) -> Void) async throws -> Int64 {
        let found = Mutex(Int64(0))
        try await withStorage { storage, url in
            var patient = try await Clinic(storage).register("Ann")
            change(&patient.details)
            patient.updatedAt = .noon.adding(minutes: 1)
            let final = patient
            try await withClient(on: url) { client in
                let rows = try await client.transaction { transaction throws(Failure) in
                    try await PostgresPatientStore(runner: transaction).update(final)
                    return try await transaction.first(
                        "SELECT pg_stat_get_xact_tuples_hot_updated('patients'::regclass)", []
                    ) { row throws(PostgresError) in try row.int() }
                }
                found.withLock { $0 = Int64(rows ?? -1) }
            }
        }
        return found.withLock { $0 }
    }
}
