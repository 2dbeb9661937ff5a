import Application
import Domain
import Testing

/// The stores have no constraint for a doctor's cap: only the use case's locks keep it.
@Suite("Many bookings at once, by the use case")
struct BookingRaceContractTests {
    @Test("never exceed the doctor's cap for a day", arguments: Backend.available)
    func capHolds(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let house = try await clinic.hire(.drHouse.with { $0.maximumAppointmentsPerDay = DailyCap(stored: 1) })
            var patients: [Patient] = []
            for number in 0..<12 { patients.append(try await clinic.register(.ann.named("Ann", "\(number)"))) }

            let outcomes = await withTaskGroup(of: Failure?.self) { group in
                for (hour, patient) in patients.enumerated() {
                    group.addTask { await clinic.tryToBook(patient, with: house, .monday(Int64(hour) + 8)) }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }

            #expect(outcomes.count { $0 == nil } == 1)
            #expect(outcomes.count { $0 == .conflict(.diary([.dayFull])) } == 11)
            #expect(try await clinic.reads.appointments.list(AppointmentQuery(), in: .everything).count == 1)
        }
    }
}

extension Clinic {
    fileprivate func tryToBook(_ patient: Patient, with doctor: Doctor, _ slot: Slot) async -> Failure? {
        let form = AppointmentForm(
            doctor: doctor.id, patient: patient.id, start: slot.start, length: slot.length, reason: nil, notes: nil,
            status: .scheduled, check: FieldCheck())
        do throws(Failure) {
            _ = try await useCases.appointments.book(by: Caller(nurse)) { form }
            return nil
        } catch {
            return error
        }
    }
}
