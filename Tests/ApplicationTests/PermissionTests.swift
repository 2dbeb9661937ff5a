import Application
import Domain
import Testing

@Suite("Who may do what")
struct PermissionTests {
    @Test(
        "everybody can do what their role and their relation to the record allow, and nothing else", arguments: Deed.all
    )
    func deeds(deed: Deed) async throws {
        for (person, expected) in zip(Person.allCases, deed.outcomes) {
            let scene = try await Scene()

            let outcome = try await Outcome { try await deed.act(scene, person.caller(in: scene)) }

            #expect(outcome == expected, "\(person) \(deed.name)")
        }
    }

    @Test("staff who share patients can all do what the one who registered the patient can", arguments: Deed.all)
    func sharedPatients(deed: Deed) async throws {
        let scene = try await Scene { $0.patientVisibility = .clinic }

        let outcome = try await Outcome { try await deed.act(scene, scene.clinic.otherNurse) }

        #expect(outcome == deed.outcomes[0])
    }

    @Test("sharing patients among staff shows nothing more to doctors and patients", arguments: Deed.all)
    func sharingIsForStaff(deed: Deed) async throws {
        for (person, expected) in zip(Person.allCases, deed.outcomes) where ![.nurse, .otherNurse].contains(person) {
            let scene = try await Scene { $0.patientVisibility = .clinic }

            let outcome = try await Outcome { try await deed.act(scene, person.caller(in: scene)) }

            #expect(outcome == expected, "\(person) \(deed.name)")
        }
    }

    @Test("a doctor is not told which of the own patients another doctor treats, too")
    func othersPatients() async throws {
        let scene = try await Scene()
        _ = try await scene.clinic.storage.assignment(scene.ann, scene.drGrey, by: scene.clinic.nurse)
        var query = PatientQuery()
        query.page.isCounted = true
        query.doctor = scene.drHouse
        let own = try await scene.clinic.patients.list(query, for: scene.house)
        query.doctor = scene.drGrey
        let others = try await scene.clinic.patients.list(query, for: scene.house)
        let nurses = try await scene.clinic.patients.list(query, for: scene.clinic.nurse)

        #expect(own.rows.map(\.id) == [scene.ann] && own.count == 1)
        #expect(others.rows.isEmpty && others.count == 0)
        #expect(nurses.rows.map(\.id) == [scene.ann])
    }

    @Test("a doctor stops seeing a patient when the mapping is no longer active")
    func endOfCare() async throws {
        let scene = try await Scene()

        _ = try await scene.clinic.assignments.change(scene.mapping, by: scene.clinic.nurse) { present in
            AssignmentForm(present, status: .completed)
        }

        await #expect(throws: Failure.notFound(.patient)) {
            try await scene.clinic.patients.find(scene.ann, for: scene.house)
        }
    }

    @Test(
        "a patient books an appointment that is to come, and gives it no other status",
        arguments: [
            AppointmentStatus.checkedIn, .completed, .cancelled, .noShow,
        ])
    func statusOfOwnBooking(status: AppointmentStatus) async throws {
        let scene = try await Scene()
        let form = AppointmentForm(scene.ann, scene.drGrey, .monday(15), status)

        await #expect(throws: Failure.notAllowed) {
            try await scene.clinic.appointments.book(form, by: Person.ann.caller(in: scene))
        }
        let nurses = try await scene.clinic.appointments.book(form, by: scene.clinic.nurse)
        #expect(nurses.details.status == status)
    }

    @Test(
        "an account of role doctor or patient without a record of its own sees no patient",
        arguments: [Role.doctor, .patient])
    func unlinked(role: Role) async throws {
        let scene = try await Scene()
        let nobody = try await scene.clinic.storage.account("nobody", role)

        let patients = try await scene.clinic.patients.list(PatientQuery(), for: nobody).rows
        let mappings = try await scene.clinic.assignments.list(AssignmentQuery(), for: nobody).rows
        let appointments = try await scene.clinic.appointments.list(AppointmentQuery(), for: nobody).rows

        #expect(patients.isEmpty)
        #expect(mappings.isEmpty)
        #expect(appointments.isEmpty)
    }
}
