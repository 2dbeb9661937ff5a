import Application
import Domain
import Testing

@Suite("A transaction")
struct TransactionContractTests {
    @Test("keeps everything when the work returns", arguments: Backend.available, TransactionWay.allCases)
    func keepsEverything(_ backend: Backend, _ way: TransactionWay) async throws {
        try await backend.withClinic { clinic in
            let nurse = clinic.nurse.id

            let (ann, house) = try await clinic.storage.write(way) { stores in
                let ann = try await stores.patients.insert(.ann, by: nurse, at: .monday(9))
                let house = try await stores.doctors.insert(.drHouse, at: .monday(9))
                return (ann, house)
            }

            #expect(try await clinic.reads.patients.find(ann.id, in: .everything) == ann)
            #expect(try await clinic.reads.doctors.find(house.id) == house)
        }
    }

    @Test("undoes every write when the work throws", arguments: Backend.available, TransactionWay.allCases)
    func undoesEveryWrite(_ backend: Backend, _ way: TransactionWay) async throws {
        try await backend.withClinic { clinic in
            let nurse = clinic.nurse.id
            let bo = try await clinic.register(.bo)
            let house = try await clinic.hire(.drHouse)

            await #expect(throws: Failure.notAllowed) {
                try await clinic.storage.write(way) { stores in
                    _ = try await stores.patients.insert(.ann, by: nurse, at: .monday(9))
                    _ = try await stores.doctors.insert(.drGrey, at: .monday(9))
                    try await stores.patients.delete(bo.id, at: .monday(9))
                    var changed = house
                    changed.details.isAvailable = false
                    try await stores.doctors.update(changed)
                    throw Failure.notAllowed
                }
            }

            #expect(try await clinic.reads.patients.list(PatientQuery(), in: .everything) == [bo])
            #expect(try await clinic.reads.doctors.list(DoctorQuery()) == [house])
        }
    }

    @Test(
        "undoes the writes before the one that a constraint refused", arguments: Backend.available,
        TransactionWay.allCases)
    func undoesWritesBeforeAConflict(_ backend: Backend, _ way: TransactionWay) async throws {
        try await backend.withClinic { clinic in
            _ = try await clinic.hire(.drHouse)
            let nurse = clinic.nurse.id

            await #expect(throws: Failure.conflict(.licenseTaken)) {
                try await clinic.storage.write(way) { stores in
                    _ = try await stores.patients.insert(.ann, by: nurse, at: .monday(9))
                    _ = try await stores.doctors.insert(.drHouse, at: .monday(9))
                }
            }

            #expect(try await clinic.reads.patients.list(PatientQuery(), in: .everything).isEmpty)
        }
    }

    @Test(
        "keeps nothing after a call has failed, even when the work swallows the failure", arguments: Backend.available,
        TransactionWay.allCases)
    func swallowedFailureKeepsNothing(_ backend: Backend, _ way: TransactionWay) async throws {
        try await backend.withClinic { clinic in
            _ = try await clinic.hire(.drHouse)
            let nurse = clinic.nurse.id

            await #expect(throws: Failure.self) {
                try await clinic.storage.write(way) { stores in
                    _ = try await stores.patients.insert(.ann, by: nurse, at: .monday(9))
                    _ = try? await stores.doctors.insert(.drHouse, at: .monday(9))
                }
            }

            #expect(try await clinic.reads.patients.list(PatientQuery(), in: .everything).isEmpty)
        }
    }

    @Test(
        "sees its own writes, and nobody else does before the commit", arguments: Backend.available,
        TransactionWay.allCases)
    func seesItsOwnWrites(_ backend: Backend, _ way: TransactionWay) async throws {
        try await backend.withClinic { clinic in
            let nurse = clinic.nurse.id
            let reads = clinic.reads

            let (ann, inside, outside) = try await clinic.storage.write(way) { stores in
                let ann = try await stores.patients.insert(.ann, by: nurse, at: .monday(9))
                let inside = try await stores.patients.find(ann.id, in: .everything)
                let outside = try await reads.patients.find(ann.id, in: .everything)
                return (ann, inside, outside)
            }

            #expect(inside == ann)
            #expect(outside == nil)
            #expect(try await reads.patients.find(ann.id, in: .everything) == ann)
        }
    }

    @Test(
        "of a cancelled task is kept whole or not at all, and the next one works", arguments: Backend.available,
        TransactionWay.allCases)
    func cancelledTask(_ backend: Backend, _ way: TransactionWay) async throws {
        try await backend.withClinic { clinic in
            let storage = clinic.storage
            let nurse = clinic.nurse.id
            let task = Task {
                try await storage.write(way) { stores in
                    _ = try await stores.patients.insert(.ann, by: nurse, at: .monday(9))
                    withUnsafeCurrentTask { $0?.cancel() }
                    _ = try await stores.patients.insert(.bo, by: nurse, at: .monday(9))
                }
            }

            let outcome = await task.result

            let kept = try await clinic.reads.patients.list(PatientQuery(), in: .everything).count
            switch outcome {
            case .success: #expect(kept == 2)
            case .failure: #expect(kept == 0)
            }
            _ = try await clinic.register(.bo)
            #expect(try await clinic.reads.patients.list(PatientQuery(), in: .everything).count == kept + 1)
        }
    }

    @Test("gives back what the work returns", arguments: Backend.available, TransactionWay.allCases)
    func returnsTheResult(_ backend: Backend, _ way: TransactionWay) async throws {
        try await backend.withStorage { storage in
            let result = try await storage.write(way) { _ in 42 }

            #expect(result == 42)
        }
    }

    @Test("can hold people without a record", arguments: Backend.available)
    func holdsAnybody(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let doctors = Set([DoctorID(7), DoctorID(3)].compactMap(\.self))
            let patients = Set([PatientID(9), PatientID(1)].compactMap(\.self))

            try await clinic.storage.write { stores in
                try await stores.locks.hold(doctors: doctors, patients: patients)
                try await stores.locks.hold(doctors: [], patients: [])
            }

            _ = try await clinic.register(.ann)
            #expect(try await clinic.reads.patients.list(PatientQuery(), in: .everything).count == 1)
        }
    }

    @Test("is ready when all migrations are applied", arguments: Backend.available)
    func readiness(_ backend: Backend) async throws {
        try await backend.withStorage { storage in
            await #expect(throws: Never.self) { try await storage.checkReadiness() }
        }
    }
}
