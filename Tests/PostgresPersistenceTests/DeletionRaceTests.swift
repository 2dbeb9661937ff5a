import Application
import Domain
import PostgresClient
import PostgresTestServer
import Testing

@testable import PostgresPersistence

/// The use cases hold the people concerned; here nobody does, and the statements alone must not leave a mapping or
/// an appointment behind that belongs to somebody deleted.
@Suite("Deleting somebody", .enabled(if: TestPostgres.isAvailable))
struct DeletionRaceTests {
    @Test("while an appointment is being made refuses the appointment")
    func deletedFirst() async throws {
        try await withStorage { storage, url in
            let clinic = try await Clinic(storage)
            let (ann, house) = (try await clinic.register("Ann"), try await clinic.hire("H-1"))

            let booking = try await storage.transaction { stores throws(Failure) in
                try await stores.patients.delete(ann.id, at: .noon)
                let booking = Task {
                    try await failure { _ = try await clinic.bookBlindly(ann.id, with: house.id, at: .noon) }
                }
                await untilSomebodyWaits(url)
                return booking
            }

            #expect(try await booking.value == .notFound(.patient))
            #expect(try await storage.reads.appointments.list(AppointmentQuery(), in: .everything).isEmpty)
        }
    }

    @Test("takes along a mapping that was being made")
    func mappedFirst() async throws {
        try await withStorage { storage, url in
            let clinic = try await Clinic(storage)
            let (ann, house) = (try await clinic.register("Ann"), try await clinic.hire("H-1"))
            let nurse = clinic.nurse

            let deletion = try await storage.transaction { stores throws(Failure) in
                _ = try await stores.assignments.insert(
                    AssignmentDetails(patient: ann.id, doctor: house.id), by: nurse, at: .noon)
                let deletion = Task {
                    try await storage.transaction { stores throws(Failure) in
                        try await stores.doctors.delete(house.id, at: .noon)
                    }
                }
                await untilSomebodyWaits(url)
                return deletion
            }
            let patients = try await deletion.value

            #expect(patients == [ann.id])
            #expect(try await storage.reads.assignments.list(AssignmentQuery(), in: .everything).isEmpty)
        }
    }

    @Test("refuses to move an appointment to that person")
    func movedToDeleted() async throws {
        try await withStorage { storage, _ in
            let clinic = try await Clinic(storage)
            let (ann, house) = (try await clinic.register("Ann"), try await clinic.hire("H-1"))
            let grey = try await clinic.hire("G-2")
            var appointment = try await clinic.bookBlindly(ann.id, with: house.id, at: .noon)
            _ = try await storage.transaction { stores throws(Failure) in
                try await stores.doctors.delete(grey.id, at: .noon)
            }

            appointment.details.doctor = grey.id
            let moved = appointment
            let outcome = try await failure {
                try await storage.transaction { stores throws(Failure) in
                    try await stores.appointments.update(moved)
                }
            }

            #expect(outcome == .notFound(.doctor))
        }
    }
}
