import Application
import Domain
import Testing

@Suite("Changes of mappings")
struct AssignmentChangeTests {
    @Test("a change is kept with its time; who assigned, and when, stays")
    func changes() async throws {
        let scene = try await Scene()
        scene.clinic.clock.advance(minutes: 3)

        let changed = try await scene.clinic.assignments.change(scene.mapping, by: scene.clinic.admin) { present in
            AssignmentForm(present.with { $0.notes = FreeText(stored: "better") }, isActive: false)
        }

        let found = try await scene.clinic.assignments.find(scene.mapping, for: scene.clinic.nurse)
        #expect(found == changed)
        #expect(found.details.status == .inactive)
        #expect(found.details.notes?.text == "better")
        #expect(found.assignedBy == scene.clinic.nurse.account)
        #expect(found.assignedAt == .dawn)
        #expect(found.updatedAt == Instant.dawn.adding(minutes: 3))
    }

    @Test("inactivity alone leaves a completed mapping as it is")
    func completed() async throws {
        let scene = try await Scene()
        _ = try await scene.clinic.assignments.change(scene.mapping, by: scene.clinic.nurse) {
            AssignmentForm($0, status: .completed)
        }

        let changed = try await scene.clinic.assignments.change(scene.mapping, by: scene.clinic.nurse) {
            AssignmentForm($0, isActive: false)
        }

        #expect(changed.details.status == .completed)
    }

    @Test("a mapping may keep its pair, but not take another's")
    func pair() async throws {
        let scene = try await Scene()
        let second = try await scene.clinic.assignments.assign(
            AssignmentForm(scene.ann, scene.drGrey), by: scene.clinic.nurse)

        let kept = try await scene.clinic.assignments.change(second.id, by: scene.clinic.nurse) { AssignmentForm($0) }
        await #expect(throws: Failure.conflict(.alreadyAssigned)) {
            try await scene.clinic.assignments.change(second.id, by: scene.clinic.nurse) { present in
                AssignmentForm(present.with { $0.doctor = scene.drHouse }, status: .completed, isActive: true)
            }
        }

        #expect(kept.details == second.details)
    }

    @Test("a mapping cannot be moved to a patient who cannot be seen")
    func unseenPatient() async throws {
        let scene = try await Scene()

        await #expect(throws: Failure.invalid([FieldError(.patient, .noSuchRecord("\(scene.bo.number)"))])) {
            try await scene.clinic.assignments.change(scene.mapping, by: scene.clinic.nurse) { present in
                AssignmentForm(present.with { $0.patient = scene.bo })
            }
        }
    }

    @Test("whether there is such a mapping, and who may change it, is looked at before the request is read")
    func order() async throws {
        let scene = try await Scene()
        let attempts = [
            (scene.clinic.otherNurse, Failure.notFound(.assignment)), (scene.house, .notAllowed),
            (scene.clinic.nurse, .unreadable(.nothing)),
        ]

        for (caller, expected) in attempts {
            await #expect(throws: expected) {
                try await scene.clinic.assignments.change(scene.mapping, by: caller) { _ throws(Failure) in
                    throw .unreadable(.nothing)
                }
            }
        }
    }
}
