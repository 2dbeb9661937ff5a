import Application
import Domain
import Testing

@Suite("Lists of patients")
struct PatientListTests {
    @Test("everybody's list holds the patients whom they may see", arguments: Person.allCases)
    func visible(person: Person) async throws {
        let scene = try await Scene()

        let list = try await scene.clinic.patients.list(PatientQuery(), for: person.caller(in: scene)).rows

        let expected: Set<PatientID> =
            switch person {
            case .nurse, .drHouse, .ann: [scene.ann]
            case .otherNurse, .bo: [scene.bo]
            case .drGrey: []
            case .admin: [scene.ann, scene.bo]
            }
        #expect(Set(list.map(\.id)) == expected)
    }

    @Test("conditions hold together, within what may be seen")
    func filters() async throws {
        let scene = try await Scene()
        var query = PatientQuery()
        (query.gender, query.search, query.doctor) = (.female, ["arch"], scene.drHouse)

        let nurses = try await scene.clinic.patients.list(query, for: scene.clinic.nurse).rows
        let others = try await scene.clinic.patients.list(query, for: scene.clinic.otherNurse).rows

        #expect(nurses.map(\.id) == [scene.ann])
        #expect(others.isEmpty)
    }

    @Test("a doctor who is not there is refused together with other faults")
    func unknownDoctor() async throws {
        let scene = try await Scene()
        var query = PatientQuery()
        query.doctor = DoctorID(99)
        var check = FieldCheck()
        check.refuse(.gender, .filterNotAChoice("X"))

        await #expect(
            throws: Failure.invalid([
                FieldError(.gender, .filterNotAChoice("X")), FieldError(.doctor, .filterNoSuchRecord),
            ])
        ) { try await scene.clinic.patients.list(query, check: check, for: scene.clinic.nurse) }
    }
}
