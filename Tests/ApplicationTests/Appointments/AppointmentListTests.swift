import Application
import Domain
import Testing

@Suite("Lists of appointments")
struct AppointmentListTests {
    @Test("everybody's list holds the appointments which they may see", arguments: Person.allCases)
    func visible(person: Person) async throws {
        let scene = try await Scene()
        let bos = try await scene.clinic.storage.appointment(scene.bo, scene.drGrey, .monday(9), by: scene.clinic.nurse)

        let list = try await scene.clinic.appointments.list(AppointmentQuery(), for: person.caller(in: scene)).rows

        let expected: [AppointmentID] =
            switch person {
            // The nurse booked Bo's without being able to see Bo.
            case .nurse, .admin: [bos, scene.appointment]
            case .otherNurse, .drGrey, .bo: [bos]
            case .drHouse, .ann: [scene.appointment]
            }
        #expect(list.map(\.id) == expected)
    }

    @Test("conditions hold together; a range includes its beginning and not its end")
    func filters() async throws {
        let scene = try await Scene()
        var query = AppointmentQuery()
        (query.doctor, query.patient, query.status, query.date) = (scene.drHouse, scene.ann, .scheduled, .monday)
        (query.from, query.to) = (.monday(10), .monday(10, 1))
        var earlier = query
        (earlier.from, earlier.to) = (.monday(9), .monday(10))

        let found = try await scene.clinic.appointments.list(query, for: scene.clinic.nurse).rows
        let none = try await scene.clinic.appointments.list(earlier, for: scene.clinic.nurse).rows

        #expect(found.map(\.id) == [scene.appointment])
        #expect(none.isEmpty)
    }

    @Test("people who cannot be seen are refused under their parameters, together with other faults")
    func unseenPeople() async throws {
        let scene = try await Scene()
        var query = AppointmentQuery()
        (query.patient, query.doctor) = (scene.bo, DoctorID(99))
        var check = FieldCheck()
        check.refuse(.from, .filterNotATime)

        await #expect(
            throws: Failure.invalid([
                FieldError(.from, .filterNotATime), FieldError(.patient, .filterNoSuchRecord),
                FieldError(.doctor, .filterNoSuchRecord),
            ])
        ) { try await scene.clinic.appointments.list(query, check: check, for: scene.clinic.nurse) }
    }
}
