import Application
import Domain
import Testing

@Suite("The appointment store")
struct AppointmentContractTests {
    @Test("finds what was inserted, with every member", arguments: Backend.available)
    func insertFull(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let house = try await clinic.hire(.drHouse)
            let nurse = clinic.otherNurse.id

            for (day, status) in AppointmentStatus.allCases.enumerated() {
                let details = AppointmentDetails(
                    doctor: house.id, patient: ann.id,
                    slot: .at(.monday(Int64(day) * 24).adding(microseconds: 1), length: 1440),
                    reason: FreeText(stored: "cough"), notes: FreeText(stored: "fasting"), status: status)
                let kept = try await clinic.storage.write {
                    try await $0.appointments.insert(details, by: nurse, at: .monday(9))
                }
                let found = try await clinic.reads.appointments.find(kept.id, in: .everything)
                #expect(found == kept)
                #expect(kept.details == details && kept.createdBy == nurse)
                #expect(kept.createdAt == .monday(9) && kept.updatedAt == .monday(9))
            }
        }
    }

    @Test("keeps blank members blank, and the shortest and the earliest time", arguments: Backend.available)
    func extremes(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let house = try await clinic.hire(.drHouse)
            let first = try #require(CalendarDate(year: 1900, month: 1, day: 1))
            let last = try #require(CalendarDate(year: 2999, month: 12, day: 31))

            for start in [Instant(first), Instant(last, timeOfDay: Instant.day - 1)] {
                let kept = try await clinic.book(ann, with: house, .at(start, length: 5))
                let found = try await clinic.reads.appointments.find(kept.id, in: .everything)
                #expect(found?.details.slot == .at(start, length: 5))
                #expect(found?.details.reason == nil && found?.details.notes == nil)
            }
        }
    }

    @Test("changes every member and the time of the change", arguments: Backend.available)
    func updateAll(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (ann, bo) = (try await clinic.register(.ann), try await clinic.register(.bo))
            let (house, grey) = (try await clinic.hire(.drHouse), try await clinic.hire(.drGrey))
            var changed = try await clinic.book(ann, with: house, .monday(9))
            changed.details = AppointmentDetails(
                doctor: grey.id, patient: bo.id, slot: .monday(11, 15, length: 45), reason: FreeText(stored: "r"),
                notes: FreeText(stored: "n"), status: .checkedIn)
            changed.updatedAt = .monday(8)
            let final = changed

            try await clinic.storage.write { try await $0.appointments.update(final) }

            #expect(try await clinic.reads.appointments.find(changed.id, in: .everything) == changed)
        }
    }

    @Test("finds for a change what it finds", arguments: Backend.available)
    func findForChange(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let house = try await clinic.hire(.drHouse)
            let kept = try await clinic.book(ann, with: house, .monday(9))

            let found = try await clinic.storage.write {
                try await $0.appointments.findForChange(kept.id, in: .everything)
            }

            #expect(found == kept)
        }
    }

    @Test("no longer finds what it deleted, and never gives its number again", arguments: Backend.available)
    func delete(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let house = try await clinic.hire(.drHouse)
            let first = try await clinic.book(ann, with: house, .monday(9))

            try await clinic.delete(first.id)
            let second = try await clinic.book(ann, with: house, .monday(9))

            #expect(try await clinic.reads.appointments.find(first.id, in: .everything) == nil)
            #expect(try await clinic.reads.appointments.list(AppointmentQuery(), in: .everything) == [second])
            #expect(second.id > first.id)
        }
    }

    @Test("does not bring back what it deleted by a change", arguments: Backend.available)
    func updateDeleted(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let house = try await clinic.hire(.drHouse)
            let gone = try await clinic.book(ann, with: house, .monday(9))
            try await clinic.delete(gone.id)

            _ = try? await clinic.change(gone) { $0.slot = .monday(10) }

            #expect(try await clinic.reads.appointments.find(gone.id, in: .everything) == nil)
            _ = try await clinic.book(ann, with: house, .monday(10))
        }
    }
}
