import Application
import Domain
import PostgresClient
import PostgresTestServer
import Testing

@testable import PostgresPersistence

@Suite("Bookings at the same time", .enabled(if: TestPostgres.isAvailable))
struct BookingRaceTests {
    /// Half of each appointment's time overlaps the next start.
    private let starts = (0..<8).map { Instant.noon.adding(minutes: $0 * 15) }

    @Test("for few doctors and patients neither overlap nor deadlock")
    func locked() async throws {
        try await withStorage { storage, url in
            let clinic = try await Clinic(storage)
            let (doctors, patients) = try await clinic.fewPeople()

            let failures = await clinic.everybodyBooks(doctors, patients, starts)

            #expect(failures.allSatisfy { $0.isRefusal })
            #expect(failures.count < 24 * 8)
            try await expectNoOverlaps(url)
            // The server counts what a connection did when it ends at the latest.
            await storage.close()
            let deadlocks = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
            #expect(try await TestPostgres.psql(url, deadlocks) == "0")
        }
    }

    @Test("without locks are kept apart by the constraints alone, and nobody is told of a fault")
    func unlocked() async throws {
        try await withStorage { storage, url in
            let clinic = try await Clinic(storage)
            let (doctors, patients) = try await clinic.fewPeople()

            let failures = try await withThrowingTaskGroup(of: Failure?.self, returning: [Failure].self) { group in
                for number in 0..<24 {
                    group.addTask { [starts] in
                        try await failure {
                            _ = try await clinic.bookBlindly(
                                patients[number % 3], with: doctors[number % 2], at: starts[number % 8])
                        }
                    }
                }
                return try await group.reduce(into: []) { if let failure = $1 { $0.append(failure) } }
            }

            // A deadlock that comes back four times is `busy`, which is the truth.
            #expect(failures.allSatisfy { $0.isRefusal || $0 == .busy })
            try await expectNoOverlaps(url)
        }
    }

    @Test("by two processes, whose diaries all said that the time was free, leave one appointment")
    func twoProcesses() async throws {
        try await withStorage { storage, url in
            let clinic = try await Clinic(storage)
            let (ann, house) = (try await clinic.register("Ann"), try await clinic.hire("H-1"))
            let details = AppointmentDetails(doctor: house.id, patient: ann.id, slot: .at(.noon))

            try await withStorage(on: url) { other, _ in
                let outcomes = try await withThrowingTaskGroup(of: Failure?.self, returning: [Failure?].self) { group in
                    for number in 0..<8 {
                        let process = number < 4 ? storage : other
                        group.addTask { try await failure { try await process.keep(details, by: clinic.nurse) } }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }

                #expect(outcomes.count { $0 == nil } == 1)
                #expect(outcomes.allSatisfy { $0 == nil || $0?.isRefusal == true || $0 == .busy })
            }
            #expect(try await TestPostgres.psql(url, "SELECT count(*) FROM appointments") == "1")
        }
    }

    @Test("end after a while with `busy` when somebody holds the doctor")
    func lockTimeout() async throws {
        try await withStorage(configured: { $0.lockTimeout = .milliseconds(50) }) { storage, _ in
            let clinic = try await Clinic(storage)
            let (ann, house) = (try await clinic.register("Ann"), try await clinic.hire("H-1"))

            let outcome = try await storage.transaction { stores throws(Failure) in
                try await stores.locks.hold(doctors: [house.id], patients: [])
                return await clinic.book(ann.id, with: house.id, at: .noon)
            }

            #expect(outcome == .busy)
            #expect(await clinic.book(ann.id, with: house.id, at: .noon) == nil)
        }
    }

    @Test("go on for others while somebody holds a doctor")
    func othersGoOn() async throws {
        try await withStorage { storage, _ in
            let clinic = try await Clinic(storage)
            let (doctors, patients) = try await clinic.fewPeople()

            let (waiting, failures) = try await storage.transaction { stores throws(Failure) in
                try await stores.locks.hold(doctors: [doctors[0]], patients: [])
                let waiting = Task { await clinic.book(patients[0], with: doctors[0], at: .noon) }
                let failures = await withTaskGroup(of: Failure?.self, returning: [Failure].self) { group in
                    for (place, start) in starts.enumerated() where place % 2 == 0 {
                        group.addTask { await clinic.book(patients[1 + place / 2 % 2], with: doctors[1], at: start) }
                    }
                    return await group.reduce(into: []) { if let failure = $1 { $0.append(failure) } }
                }
                return (waiting, failures)
            }

            #expect(failures.isEmpty)
            #expect(await waiting.value == nil)
        }
    }

    private func expectNoOverlaps(_ url: String) async throws {
        let overlaps = try await TestPostgres.psql(
            url,
            """
            SELECT count(*) FROM appointments AS a JOIN appointments AS b
            ON a.id < b.id AND (a.doctor_id = b.doctor_id OR a.patient_id = b.patient_id)
            AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at
            """)
        #expect(overlaps == "0")
    }
}

extension Clinic {
    fileprivate func fewPeople() async throws -> (doctors: [DoctorID], patients: [PatientID]) {
        (
            [try await hire("H-1").id, try await hire("G-2").id],
            [try await register("Ann").id, try await register("Bo").id, try await register("Cy").id]
        )
    }

    /// Twenty-four tasks, each of which tries all starts, in an order of its own.
    fileprivate func everybodyBooks(
        _ doctors: [DoctorID], _ patients: [PatientID], _ starts: [Instant]
    ) async -> [Failure] {
        await withTaskGroup(of: [Failure].self) { group in
            for number in 0..<24 {
                group.addTask {
                    var failures: [Failure] = []
                    for turn in starts.indices {
                        let start = starts[(turn * 5 + number) % starts.count]
                        let failed = await book(patients[number % 3], with: doctors[number % 2], at: start)
                        if let failed { failures.append(failed) }
                    }
                    return failures
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
    }
}

extension PostgresStorage {
    /// As the use case does, but without locks, and whatever the diary says.
    fileprivate func keep(_ details: AppointmentDetails, by account: AccountID) async throws(Failure) {
        _ = try await transaction { stores throws(Failure) in
            let facts = try await stores.appointments.facts(
                for: BookingQuestion(planned: details), patientIn: .everything)
            return try await stores.appointments.insert(details, as: facts.number, by: account, at: .noon)
        }
    }
}

extension Failure {
    fileprivate var isRefusal: Bool {
        guard case .conflict(.diary) = self else { return false }
        return true
    }
}
