import Application
import Domain
import Testing

@Suite("The mapping store")
struct AssignmentContractTests {
    @Test("finds what was inserted, with every member", arguments: Backend.available)
    func insertFull(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let house = try await clinic.hire(.drHouse)
            let nurse = clinic.otherNurse.id

            for status in AssignmentStatus.allCases {
                let ann = try await clinic.register(.ann)
                let details = AssignmentDetails(
                    patient: ann.id, doctor: house.id, status: status, notes: FreeText(stored: "n"),
                    reason: FreeText(stored: "r"))
                let kept = try await clinic.storage.write {
                    try await $0.assignments.insert(details, by: nurse, at: .monday(9))
                }
                let found = try await clinic.reads.assignments.find(kept.id, in: .everything)
                #expect(found == kept)
                #expect(kept.details == details && kept.assignedBy == nurse)
                #expect(kept.assignedAt == .monday(9) && kept.updatedAt == .monday(9))
            }
        }
    }

    @Test("keeps blank members blank", arguments: Backend.available)
    func insertBlank(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let kept = try await clinic.assign(try await clinic.register(.ann), to: try await clinic.hire(.drHouse))

            let found = try await clinic.reads.assignments.find(kept.id, in: .everything)

            #expect(found?.details.notes == nil && found?.details.reason == nil)
        }
    }

    @Test("changes every member and the time of the change", arguments: Backend.available)
    func updateAll(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (ann, bo) = (try await clinic.register(.ann), try await clinic.register(.bo))
            let (house, grey) = (try await clinic.hire(.drHouse), try await clinic.hire(.drGrey))
            var changed = try await clinic.assign(ann, to: house)
            changed.details = AssignmentDetails(
                patient: bo.id, doctor: grey.id, status: .completed, notes: FreeText(stored: "n"),
                reason: FreeText(stored: "r"))
            changed.updatedAt = .monday(10)
            let final = changed

            try await clinic.storage.write { try await $0.assignments.update(final) }

            #expect(try await clinic.reads.assignments.find(changed.id, in: .everything) == changed)
        }
    }

    @Test("maps two people at most once, with whatever status", arguments: Backend.available)
    func unique(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (ann, bo) = (try await clinic.register(.ann), try await clinic.register(.bo))
            let (house, grey) = (try await clinic.hire(.drHouse), try await clinic.hire(.drGrey))
            _ = try await clinic.assign(ann, to: house, .inactive)
            _ = try await clinic.assign(ann, to: grey)
            var moved = try await clinic.assign(bo, to: house)
            moved.details.patient = ann.id
            let final = moved

            await #expect(throws: Failure.conflict(.alreadyAssigned)) {
                _ = try await clinic.assign(ann, to: house, .active)
            }
            await #expect(throws: Failure.conflict(.alreadyAssigned)) {
                _ = try await clinic.assign(ann, to: house, .completed, by: clinic.otherNurse)
            }
            await #expect(throws: Failure.conflict(.alreadyAssigned)) {
                try await clinic.storage.write { try await $0.assignments.update(final) }
            }
        }
    }

    @Test("lets a mapping keep its pair in a change", arguments: Backend.available)
    func keepsItsPair(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            var changed = try await clinic.assign(try await clinic.register(.ann), to: try await clinic.hire(.drHouse))
            changed.details.status = .completed
            let final = changed

            try await clinic.storage.write { try await $0.assignments.update(final) }

            #expect(try await clinic.reads.assignments.find(changed.id, in: .everything) == changed)
        }
    }

    @Test("can map two people again after deleting, under a new number", arguments: Backend.available)
    func deleteAndMapAgain(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let house = try await clinic.hire(.drHouse)
            let first = try await clinic.assign(ann, to: house)

            try await clinic.delete(first.id)
            let second = try await clinic.assign(ann, to: house)

            #expect(second.id > first.id)
            #expect(try await clinic.reads.assignments.find(first.id, in: .everything) == nil)
            #expect(try await clinic.reads.assignments.list(AssignmentQuery(), in: .everything) == [second])
        }
    }

    @Test("finds for a change what it finds", arguments: Backend.available)
    func findForChange(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let kept = try await clinic.assign(try await clinic.register(.ann), to: try await clinic.hire(.drHouse))

            let found = try await clinic.storage.write {
                try await $0.assignments.findForChange(kept.id, in: .everything)
            }

            #expect(found == kept)
        }
    }

    @Test("lists a patient's mappings with the doctors, newest first", arguments: Backend.available)
    func listOfPatient(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (ann, bo) = (try await clinic.register(.ann), try await clinic.register(.bo))
            let (house, grey) = (try await clinic.hire(.drHouse), try await clinic.hire(.drGreyInFull))
            let third = try await clinic.hire(.drHouse.named("C", "C", license: "C"))
            let older = try await clinic.assign(ann, to: house, .completed, at: .monday(9))
            let newer = try await clinic.assign(ann, to: grey, at: .monday(10))
            let tied = try await clinic.assign(ann, to: third, at: .monday(10))
            _ = try await clinic.assign(bo, to: house, at: .monday(11))

            let list = try await clinic.reads.assignments.listWithDoctors(.of(ann), in: .everything)

            #expect(list.map(\.assignment) == [tied, newer, older])
            #expect(list.map(\.doctor) == [third, grey, house])
            #expect(try await clinic.reads.assignments.listWithDoctors(.of(ann), in: .nothing).isEmpty)
        }
    }
}
