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
            case .otherNurse: [scene.bo, scene.cy]
            case .bo: [scene.bo]
            case .drGrey: []
            case .admin: [scene.ann, scene.bo, scene.cy]
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

    @Test("a page whose rows are all gone leads back to where the client came from")
    func emptyPages() async throws {
        let clinic = try await TestClinic()
        var made: [PatientID] = []
        for _ in 0..<4 { made.append(try await clinic.patients.register(by: clinic.nurse) { PatientForm(.ann) }.id) }
        var query = PatientQuery()
        (query.ordering, query.page) = ([Ordering(.id)], PageRequest(size: 2))
        let first = try await clinic.patients.list(query, for: clinic.nurse)
        query.page.position = first.next
        let second = try await clinic.patients.list(query, for: clinic.nurse)

        for id in made.prefix(2) { try await clinic.patients.delete(id, by: clinic.nurse) }
        query.page.position = second.previous
        let before = try await clinic.patients.list(query, for: clinic.nurse)
        for id in made.suffix(2) { try await clinic.patients.delete(id, by: clinic.nurse) }
        query.page.position = first.next
        let after = try await clinic.patients.list(query, for: clinic.nurse)

        #expect(before.rows.isEmpty && before.previous == nil && before.next?.side == .after)
        #expect(after.rows.isEmpty && after.next == nil && after.previous?.side == .before)
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
