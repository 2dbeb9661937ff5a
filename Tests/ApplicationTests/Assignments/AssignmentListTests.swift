import Application
import Domain
import Testing

@Suite("Lists of mappings")
struct AssignmentListTests {
    @Test("everybody's list holds the mappings which they may see", arguments: Person.allCases)
    func visible(person: Person) async throws {
        let scene = try await Scene()
        let bos = try await scene.clinic.storage.assignment(scene.bo, scene.drGrey, by: scene.clinic.otherNurse)

        let list = try await scene.clinic.assignments.list(AssignmentQuery(), for: person.caller(in: scene)).rows

        let expected: Set<AssignmentID> =
            switch person {
            case .nurse, .drHouse, .ann: [scene.mapping]
            case .otherNurse, .drGrey, .bo: [bos]
            case .admin: [scene.mapping, bos]
            }
        #expect(Set(list.map(\.id)) == expected)
    }

    @Test(
        "with their people, mappings name patients whom the caller may see, and nobody else", arguments: Person.allCases
    )
    func withPeople(person: Person) async throws {
        let scene = try await Scene()
        let caller = person.caller(in: scene)
        _ = try await scene.clinic.storage.assignment(scene.bo, scene.drGrey, by: scene.clinic.otherNurse)
        let plain = try await scene.clinic.assignments.list(AssignmentQuery(), for: caller).rows

        let list = try await scene.clinic.assignments.listWithPeople(AssignmentQuery(), for: caller).rows

        #expect(list.map(\.assignment) == plain)
        for row in list {
            #expect(row.patient.id == row.assignment.details.patient)
            #expect(row.doctor.id == row.assignment.details.doctor)
        }
    }

    @Test("a mapping of a patient whom a doctor no longer treats is left out where the patient would be shown")
    func withoutUnseenPatients() async throws {
        let scene = try await Scene()
        _ = try await scene.clinic.assignments.change(scene.mapping, by: scene.clinic.nurse) {
            AssignmentForm($0, status: .completed)
        }

        let plain = try await scene.clinic.assignments.list(AssignmentQuery(), for: scene.house).rows
        let list = try await scene.clinic.assignments.listWithPeople(AssignmentQuery(), for: scene.house).rows

        #expect(plain.map(\.id) == [scene.mapping])
        #expect(list.isEmpty)
    }

    @Test("a mapping that an administrator made is seen by the one who registered the patient")
    func madeBySomebodyElse() async throws {
        let scene = try await Scene()
        let made = try await scene.clinic.assignments.assign(
            AssignmentForm(scene.bo, scene.drHouse), by: scene.clinic.admin)

        let others = try await scene.clinic.assignments.list(AssignmentQuery(), for: scene.clinic.otherNurse).rows
        let nurses = try await scene.clinic.assignments.list(AssignmentQuery(), for: scene.clinic.nurse).rows

        #expect(others.map(\.id) == [made.id])
        #expect(nurses.map(\.id) == [scene.mapping])
    }

    @Test("a patient's mappings come newest first, of every status, with their doctors")
    func ofPatient() async throws {
        let scene = try await Scene()
        scene.clinic.clock.advance(minutes: 1)
        let second = try await scene.clinic.assignments.assign(
            AssignmentForm(scene.ann, scene.drGrey, status: .completed), by: scene.clinic.nurse)

        let list = try await scene.clinic.assignments.listOfPatient(scene.ann, for: scene.clinic.nurse).rows

        #expect(list.map(\.assignment.id) == [second.id, scene.mapping])
        #expect(list.map(\.doctor.id) == [scene.drGrey, scene.drHouse])
    }

    @Test("people who cannot be seen are refused under their parameters, together with other faults")
    func unseenPeople() async throws {
        let scene = try await Scene()
        var query = AssignmentQuery()
        (query.patient, query.doctor) = (scene.bo, DoctorID(99))
        var check = FieldCheck()
        check.refuse(.status, .filterNotAChoice("LATE"))

        await #expect(
            throws: Failure.invalid([
                FieldError(.status, .filterNotAChoice("LATE")), FieldError(.patient, .filterNoSuchRecord),
                FieldError(.doctor, .filterNoSuchRecord),
            ])
        ) { try await scene.clinic.assignments.list(query, check: check, for: scene.clinic.nurse) }
    }
}
