import Application
import Domain
import Testing

@Suite("Mappings")
struct AssignmentTests {
    @Test("a mapping is active unless the request says otherwise, and is found as made")
    func assigns() async throws {
        let scene = try await Scene()

        let made = try await scene.clinic.assignments.assign(
            AssignmentForm(scene.ann, scene.drGrey, notes: FreeText(stored: "knee")), by: scene.clinic.nurse)

        let found = try await scene.clinic.assignments.find(made.id, for: scene.clinic.nurse)
        #expect(found == made)
        #expect(found.details.status == .active)
        #expect(found.details.notes?.text == "knee")
        #expect(found.assignedBy == scene.clinic.nurse.account)
        #expect(found.assignedAt == .dawn)
    }

    @Test(
        "status and activity of a new mapping",
        arguments: [
            (AssignmentStatus?.none, Bool?.none, AssignmentStatus.active), (nil, true, .active),
            (nil, false, .inactive),
            (.completed, nil, .completed), (.completed, false, .completed), (.active, true, .active),
        ])
    func statuses(status: AssignmentStatus?, isActive: Bool?, expected: AssignmentStatus) async throws {
        let scene = try await Scene()

        let made = try await scene.clinic.assignments.assign(
            AssignmentForm(scene.ann, scene.drGrey, status: status, isActive: isActive), by: scene.clinic.nurse)

        #expect(made.details.status == expected)
    }

    @Test("people who do not exist or cannot be seen are refused together with everything else that is wrong")
    func unknownPeople() async throws {
        let scene = try await Scene()
        var form = AssignmentForm(scene.bo, DoctorID(99)!, status: .completed, isActive: true)
        form.check.refuse(.notes, .notText)

        await #expect(
            throws: Failure.invalid([
                FieldError(.notes, .notText), FieldError(.patient, .noSuchRecord("\(scene.bo.number)")),
                FieldError(.doctor, .noSuchRecord("99")),
            ])
        ) { try await scene.clinic.assignments.assign(form, by: scene.clinic.nurse) }
    }

    @Test("first the fields have to be fine, then the pair to be free, then status and activity to agree")
    func order() async throws {
        let scene = try await Scene()
        let disagreeing = AssignmentForm(scene.ann, scene.drHouse, status: .completed, isActive: true)
        var faulty = disagreeing
        faulty.check.refuse(.notes, .notText)
        var free = disagreeing
        free.doctor = scene.drGrey

        let attempts = [
            (faulty, Failure.invalid([FieldError(.notes, .notText)])),
            (disagreeing, .conflict(.alreadyAssigned)),
            (free, .conflict(.statusAndActivityDisagree)),
        ]

        for (form, expected) in attempts {
            await #expect(throws: expected) {
                try await scene.clinic.assignments.assign(form, by: scene.clinic.nurse)
            }
        }
    }

    @Test("a mapping of whatever status keeps its pair; a deleted one frees it")
    func uniquePair() async throws {
        let scene = try await Scene()
        _ = try await scene.clinic.assignments.change(scene.mapping, by: scene.clinic.nurse) {
            AssignmentForm($0, status: .completed)
        }
        let again = AssignmentForm(scene.ann, scene.drHouse)

        await #expect(throws: Failure.conflict(.alreadyAssigned)) {
            try await scene.clinic.assignments.assign(again, by: scene.clinic.nurse)
        }
        try await scene.clinic.assignments.delete(scene.mapping, by: scene.clinic.nurse)
        let made = try await scene.clinic.assignments.assign(again, by: scene.clinic.nurse)

        #expect(made.id != scene.mapping)
    }

    @Test("of many who map one pair at once, one succeeds")
    func race() async throws {
        let scene = try await Scene()
        let form = AssignmentForm(scene.ann, scene.drGrey)

        let outcomes = await withTaskGroup(of: Failure?.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    do throws(Failure) {
                        _ = try await scene.clinic.assignments.assign(form, by: scene.clinic.nurse)
                        return nil
                    } catch { return error }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }

        #expect(outcomes.filter { $0 == nil }.count == 1)
        #expect(outcomes.filter { $0 == .conflict(.alreadyAssigned) }.count == 7)
    }
}
