import Application
import Domain
import PostgresClient
import PostgresTestServer
import Testing

@testable import PostgresPersistence

@Suite("A storage in PostgreSQL", .enabled(if: TestPostgres.isAvailable))
struct StorageTests {
    @Test("keeps nothing in a session, so that PgBouncer may stand between")
    func withoutSessionState() async throws {
        let behindBouncer = { (configuration: inout PostgresConfiguration) in
            configuration.sessionOptions = false
            configuration.preparedStatements = false
        }
        try await withStorage(configured: behindBouncer) { storage, _ in
            let clinic = try await Clinic(storage)
            let (ann, house) = (try await clinic.register("Ann"), try await clinic.hire("H-1"))

            let outcomes = [
                await clinic.book(ann.id, with: house.id, at: .noon),
                await clinic.book(ann.id, with: house.id, at: .noon),
            ]

            #expect(outcomes == [nil, .conflict(.diary([.doctorConflict]))])
            #expect(try await storage.reads.patients.list(PatientQuery(), in: .everything) == [ann])
            try await storage.checkReadiness()
        }
    }

    @Test("names the constraint of a fault, and no value")
    func unknownConstraint() async throws {
        try await withStorage { storage, _ in
            let outcome = try await failure {
                try await storage.transaction { stores throws(Failure) in
                    _ = try await stores.patients.insert(.named("Ann"), by: AccountID(99)!, at: .noon)
                }
            }

            let fault = Fault("PostgreSQL: SQLSTATE 23503, constraint patients_created_by_fkey")
            #expect(outcome == .unavailable(fault))
        }
    }

    @Test("that cannot be reached says so within the wait limit")
    func unreachable() async throws {
        let nobody = "postgresql://postgres@127.0.0.1:1/clinic"
        try await withStorage(on: nobody, configured: { $0.waitLimit = .milliseconds(50) }) { storage, _ in
            let outcomes = [
                try await failure { try await storage.checkReadiness() },
                try await failure {
                    _ = try await storage.transaction { stores throws(Failure) in
                        try await stores.doctors.find(DoctorID(1)!)
                    }
                },
            ]

            let fault = Failure.unavailable(Fault("PostgreSQL: no connection to the server"))
            #expect(outcomes == [fault, fault])
        }
    }

    @Test("that was closed refuses everything")
    func closed() async throws {
        try await withStorage { storage, _ in
            await storage.close()

            let outcome = try await failure { try await storage.checkReadiness() }

            #expect(outcome == .unavailable(Fault("PostgreSQL: the client is not running")))
        }
    }

    @Test("finds nothing for a text that it cannot hold")
    func nullCharacters() async throws {
        try await withStorage { storage, _ in
            let clinic = try await Clinic(storage)
            _ = (try await clinic.register("Ann"), try await clinic.hire("H-1"))
            var (patients, doctors) = (PatientQuery(), DoctorQuery())
            patients.search = ["Ann\0"]
            doctors.specialization = "Diagnostics\0"

            #expect(try await storage.reads.patients.list(patients, in: .everything).isEmpty)
            #expect(try await storage.reads.doctors.list(doctors).isEmpty)
            #expect(try await storage.reads.accounts.credentials(of: "nurse\0") == nil)
        }
    }

    @Test("runs a transaction again that lost to a deadlock")
    func deadlock() async throws {
        try await withStorage { storage, url in
            let clinic = try await Clinic(storage)
            let (house, grey) = (try await clinic.hire("H-1"), try await clinic.hire("G-2"))

            // Each holds one doctor and then wants the other.
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (first, second) in [(house, grey), (grey, house)] {
                    group.addTask {
                        try await storage.transaction { stores throws(Failure) in
                            for var doctor in [first, second] {
                                guard try await stores.doctors.findForChange(doctor.id) != nil else {
                                    throw .notFound(.doctor)
                                }
                                doctor.details.isAvailable = false
                                try await stores.doctors.update(doctor)
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }

            let changed = "SELECT count(*) FROM doctors WHERE NOT is_available"
            #expect(try await TestPostgres.psql(url, changed) == "2")
        }
    }
}
