import Application
import Domain
import Testing

/// The constraints have the last word: none of these asks the diary.
@Suite("Overlapping appointments")
struct OverlapContractTests {
    private static let doctorConflict = Failure.conflict(.diary([.doctorConflict]))
    private static let patientConflict = Failure.conflict(.diary([.patientConflict]))

    @Test("of one doctor are refused, however they overlap", arguments: Backend.available)
    func doctorOverlap(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (ann, bo) = (try await clinic.register(.ann), try await clinic.register(.bo))
            let house = try await clinic.hire(.drHouse)
            let kept = try await clinic.book(ann, with: house, .monday(10, length: 60))
            let overlapping: [Slot] = [
                .monday(10, length: 60), .monday(9, 30, length: 31), .monday(10, 59, length: 5),
                .monday(10, 15, length: 5), .monday(9, length: 180), .monday(10, length: 5), .monday(10, 55, length: 5),
                .at(.monday(11).adding(microseconds: -1)), .at(.monday(9).adding(microseconds: 1), length: 60),
                .monday(-13, 1, length: 1440),
            ]

            for slot in overlapping {
                await #expect(throws: OverlapContractTests.doctorConflict) {
                    _ = try await clinic.book(bo, with: house, slot)
                }
            }

            #expect(try await clinic.reads.appointments.list(AppointmentQuery(), in: .everything) == [kept])
        }
    }

    @Test("of one patient with two doctors are refused", arguments: Backend.available)
    func patientOverlap(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let (house, grey) = (try await clinic.hire(.drHouse), try await clinic.hire(.drGrey))
            _ = try await clinic.book(ann, with: house, .monday(10, length: 60))

            for slot in [Slot.monday(10, length: 60), .monday(10, 59, length: 5), .monday(-13, 1, length: 1440)] {
                await #expect(throws: OverlapContractTests.patientConflict) {
                    _ = try await clinic.book(ann, with: grey, slot)
                }
            }
        }
    }

    @Test("are refused up to the last minute of the longest appointment", arguments: Backend.available)
    func longest(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (ann, bo) = (try await clinic.register(.ann), try await clinic.register(.bo))
            let (house, grey) = (try await clinic.hire(.drHouse), try await clinic.hire(.drGrey))
            _ = try await clinic.book(ann, with: house, .monday(10, length: 1440))
            let lastMoment = Slot.at(.monday(34).adding(microseconds: -1))

            await #expect(throws: OverlapContractTests.doctorConflict) {
                _ = try await clinic.book(bo, with: house, lastMoment)
            }
            await #expect(throws: OverlapContractTests.patientConflict) {
                _ = try await clinic.book(ann, with: grey, lastMoment)
            }
            _ = try await clinic.book(ann, with: house, .monday(34))
        }
    }

    @Test("of one patient with the same doctor are the doctor's", arguments: Backend.available)
    func samePair(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let house = try await clinic.hire(.drHouse)
            _ = try await clinic.book(ann, with: house, .monday(10))

            await #expect(throws: OverlapContractTests.doctorConflict) {
                _ = try await clinic.book(ann, with: house, .monday(10))
            }
        }
    }

    @Test("are not those that touch", arguments: Backend.available)
    func touching(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let house = try await clinic.hire(.drHouse)

            for slot in [
                Slot.monday(10), .monday(10, 30), .monday(9, 30), .monday(11, length: 1440),
                .monday(-15, 30, length: 1440),
            ] {
                _ = try await clinic.book(ann, with: house, slot)
            }

            #expect(try await clinic.reads.appointments.list(AppointmentQuery(), in: .everything).count == 5)
        }
    }

    @Test("are not those of other people", arguments: Backend.available)
    func otherPeople(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (ann, bo) = (try await clinic.register(.ann), try await clinic.register(.bo))
            let (house, grey) = (try await clinic.hire(.drHouse), try await clinic.hire(.drGrey))

            _ = try await clinic.book(ann, with: house, .monday(10))
            _ = try await clinic.book(bo, with: grey, .monday(10))

            #expect(try await clinic.reads.appointments.list(AppointmentQuery(), in: .everything).count == 2)
        }
    }

    @Test("are not those that hold no time", arguments: Backend.available)
    func freeTime(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let house = try await clinic.hire(.drHouse)
            let deleted = try await clinic.book(ann, with: house, .monday(10))
            try await clinic.delete(deleted.id)
            let cancelledLater = try await clinic.book(ann, with: house, .monday(10))
            try await clinic.change(cancelledLater) { $0.status = .cancelled }

            _ = try await clinic.book(ann, with: house, .monday(10), .noShow)
            _ = try await clinic.book(ann, with: house, .monday(10), .cancelled)
            _ = try await clinic.book(ann, with: house, .monday(10), .completed)
            _ = try await clinic.book(ann, with: house, .monday(10), .noShow)

            #expect(try await clinic.reads.appointments.list(AppointmentQuery(), in: .everything).count == 5)
        }
    }

    @Test("are refused when time is to be held again", arguments: Backend.available)
    func holdAgain(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (ann, bo) = (try await clinic.register(.ann), try await clinic.register(.bo))
            let (house, grey) = (try await clinic.hire(.drHouse), try await clinic.hire(.drGrey))
            let cancelled = try await clinic.book(ann, with: house, .monday(10), .cancelled)
            let noShow = try await clinic.book(bo, with: grey, .monday(10), .noShow)
            _ = try await clinic.book(bo, with: house, .monday(10, 15))

            await #expect(throws: OverlapContractTests.doctorConflict) {
                try await clinic.change(cancelled) { $0.status = .scheduled }
            }
            await #expect(throws: OverlapContractTests.patientConflict) {
                try await clinic.change(noShow) { $0.status = .checkedIn }
            }

            #expect(try await clinic.reads.appointments.find(cancelled.id, in: .everything) == cancelled)
            #expect(try await clinic.reads.appointments.find(noShow.id, in: .everything) == noShow)
        }
    }

    @Test("are refused when one is moved, in time, to a doctor or to a patient", arguments: Backend.available)
    func moves(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (ann, bo) = (try await clinic.register(.ann), try await clinic.register(.bo))
            let (house, grey) = (try await clinic.hire(.drHouse), try await clinic.hire(.drGrey))
            _ = try await clinic.book(ann, with: house, .monday(10))
            let later = try await clinic.book(bo, with: house, .monday(11))
            let elsewhere = try await clinic.book(bo, with: grey, .monday(10))

            await #expect(throws: OverlapContractTests.doctorConflict) {
                try await clinic.change(later) { $0.slot = .monday(10, 29) }
            }
            await #expect(throws: OverlapContractTests.doctorConflict) {
                try await clinic.change(elsewhere) { $0.doctor = house.id }
            }
            await #expect(throws: OverlapContractTests.patientConflict) {
                try await clinic.change(elsewhere) { $0.patient = ann.id }
            }

            #expect(try await clinic.reads.appointments.find(later.id, in: .everything) == later)
        }
    }

    @Test("are not an appointment and itself", arguments: Backend.available)
    func withinItsOwnTime(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let house = try await clinic.hire(.drHouse)
            let kept = try await clinic.book(ann, with: house, .monday(10, length: 60))

            try await clinic.change(kept) { $0.slot = .monday(10, 15, length: 30) }
            try await clinic.change(kept) { $0.slot = .monday(9, 45, length: 120) }
            let moved = try await clinic.change(kept) { $0.notes = FreeText(stored: "late") }

            #expect(try await clinic.reads.appointments.find(kept.id, in: .everything) == moved)
        }
    }

    @Test("take each other's place within one transaction", arguments: Backend.available)
    func swap(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let house = try await clinic.hire(.drHouse)
            let first = try await clinic.book(ann, with: house, .monday(10))

            let second = try await clinic.storage.write { stores in
                try await stores.appointments.delete(first.id, at: .dawn)
                return try await stores.appointments.insert(first.details, by: first.createdBy, at: .dawn)
            }

            #expect(try await clinic.reads.appointments.list(AppointmentQuery(), in: .everything) == [second])
        }
    }
}
