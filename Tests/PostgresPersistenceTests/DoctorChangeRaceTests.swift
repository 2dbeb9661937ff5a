import Application
import Domain
import PostgresClient
import PostgresTestServer
import Testing

@testable import PostgresPersistence

@Suite("Changing a doctor", .enabled(if: TestPostgres.isAvailable))
struct DoctorChangeRaceTests {
    @Test("waits for a booking under way: what the diary said of the doctor is true when the booking is kept")
    func waitsForBooking() async throws {
        try await withStorage { storage, url in
            let clinic = try await Clinic(storage)
            let (ann, house) = (try await clinic.register("Ann"), try await clinic.hire("H-1"))
            let changeDoctor = clinic.useCases.doctors.change
            let nurse = Caller(account: clinic.nurse, role: .staff, session: SessionID(bits: 1))

            let (change, meanwhile) = try await storage.transaction { stores throws(Failure) in
                try await stores.locks.hold(doctors: [house.id], patients: [ann.id])
                let change = Task {
                    try await changeDoctor(house.id, by: nurse) { present in
                        var details = present
                        details.isAvailable = false
                        return DoctorForm(
                            license: details.licenseNumber, email: details.email, details: details, check: FieldCheck())
                    }
                }
                await untilSomebodyWaits(url)
                return (change, try await stores.doctors.find(house.id))
            }
            let changed = try await change.value

            #expect(meanwhile?.details.isAvailable == true)
            #expect(!changed.details.isAvailable)
        }
    }
}
