import Application
import Domain
import Testing

@Suite("The diary")
struct DiaryContractTests {
    @Test("of nobody is nothing", arguments: Backend.available)
    func nobody(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let gone = try await clinic.hire(.drHouse)
            try await clinic.delete(gone.id)

            let diary = try await clinic.diary(of: gone, and: ann, around: .monday(10))

            #expect(diary == nil)
        }
    }

    @Test("tells the doctor's terms, and is empty at first", arguments: Backend.available)
    func terms(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let house = try await clinic.hire(.drHouse)
            let grey = try await clinic.hire(
                .drGrey.with {
                    $0.isAvailable = false
                    $0.maximumAppointmentsPerDay = DailyCap(stored: 4)
                })

            let free = try await clinic.diary(of: house, and: ann, around: .monday(10))
            let closed = try await clinic.diary(of: grey, and: ann, around: .monday(10))

            #expect(free == Diary(doctorIsAvailable: true, cap: nil, startsOnDay: 0, doctorSlots: [], patientSlots: []))
            #expect(closed?.doctorIsAvailable == false)
            #expect(closed?.cap == DailyCap(stored: 4))
        }
    }

    @Test("has every time of the doctor that overlaps, whoever the patient is", arguments: Backend.available)
    func doctorSlots(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (ann, bo) = (try await clinic.register(.ann), try await clinic.register(.bo))
            let house = try await clinic.hire(.drHouse)
            _ = try await clinic.book(bo, with: house, .monday(10))
            _ = try await clinic.book(ann, with: house, .monday(10, 30))
            _ = try await clinic.book(ann, with: house, .monday(12))
            _ = try await clinic.book(bo, with: house, .monday(10, 10), .cancelled)
            let slot = Slot.monday(10, 15, length: 60)

            let diary = try #require(try await clinic.diary(of: house, and: ann, around: slot))

            #expect(Set(diary.doctorSlots.filter(slot.overlaps)) == [.monday(10), .monday(10, 30)])
            #expect(diary.patientSlots.isEmpty)
            #expect(throws: Failure.conflict(.diary([.doctorConflict]))) { try diary.accept(slot) }
        }
    }

    @Test("has times of the patient with other doctors only", arguments: Backend.available)
    func patientSlots(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (ann, bo) = (try await clinic.register(.ann), try await clinic.register(.bo))
            let (house, grey) = (try await clinic.hire(.drHouse), try await clinic.hire(.drGrey))
            _ = try await clinic.book(ann, with: grey, .monday(10))
            _ = try await clinic.book(ann, with: house, .monday(10, 30))
            _ = try await clinic.book(ann, with: grey, .monday(11), .noShow)
            _ = try await clinic.book(bo, with: grey, .monday(11))
            let slot = Slot.monday(10, length: 120)

            let diary = try #require(try await clinic.diary(of: house, and: ann, around: slot))

            #expect(diary.patientSlots.filter(slot.overlaps) == [.monday(10)])
            #expect(throws: Failure.conflict(.diary([.doctorConflict, .patientConflict]))) { try diary.accept(slot) }
        }
    }

    @Test(
        "has the longest appointment that reaches into the time, and none that touches it", arguments: Backend.available
    )
    func longest(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let house = try await clinic.hire(.drHouse)
            _ = try await clinic.book(ann, with: house, .monday(10, length: 1440))

            let last = try #require(try await clinic.diary(of: house, and: ann, around: .monday(33, 59)))
            let after = try #require(try await clinic.diary(of: house, and: ann, around: .monday(34)))
            let before = try #require(try await clinic.diary(of: house, and: ann, around: .monday(9, 30)))

            #expect(throws: Failure.self) { try last.accept(.monday(33, 59)) }
            #expect(throws: Never.self) { try after.accept(.monday(34)) }
            #expect(throws: Never.self) { try before.accept(.monday(9, 30)) }
        }
    }

    @Test("counts what starts on the UTC date and holds time", arguments: Backend.available)
    func startsOnDay(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (ann, bo) = (try await clinic.register(.ann), try await clinic.register(.bo))
            let (house, grey) = (try await clinic.hire(.drHouse), try await clinic.hire(.drGrey))
            _ = try await clinic.book(ann, with: house, .at(.monday(0).adding(microseconds: -1), length: 60))
            _ = try await clinic.book(bo, with: house, .at(.monday(24).adding(microseconds: -1), length: 60))
            _ = try await clinic.book(ann, with: house, .monday(1))
            _ = try await clinic.book(ann, with: house, .monday(2), .completed)
            _ = try await clinic.book(ann, with: house, .monday(3), .cancelled)
            _ = try await clinic.book(ann, with: house, .monday(4), .noShow)
            _ = try await clinic.book(ann, with: house, .monday(25))
            _ = try await clinic.book(ann, with: grey, .monday(5))
            let gone = try await clinic.book(ann, with: house, .monday(6))
            try await clinic.delete(gone.id)

            let monday = try await clinic.diary(of: house, and: ann, around: .monday(12))
            let sunday = try await clinic.diary(of: house, and: ann, around: .monday(-12))
            let tuesday = try await clinic.diary(of: house, and: ann, around: .at(Instant(.tuesday)))

            #expect(monday?.startsOnDay == 3)
            #expect(sunday?.startsOnDay == 1)
            #expect(tuesday?.startsOnDay == 1)
        }
    }

    @Test("leaves out the appointment that is being moved", arguments: Backend.available)
    func except(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let (house, grey) = (try await clinic.hire(.drHouse), try await clinic.hire(.drGrey))
            let moving = try await clinic.book(ann, with: house, .monday(10))

            let same = try #require(try await clinic.diary(of: house, and: ann, around: .monday(10), except: moving.id))
            let other = try #require(try await clinic.diary(of: grey, and: ann, around: .monday(10), except: moving.id))

            #expect(same.startsOnDay == 0 && same.doctorSlots.isEmpty)
            #expect(other.patientSlots.isEmpty)
        }
    }
}

extension Clinic {
    fileprivate func diary(
        of doctor: Doctor, and patient: Patient, around slot: Slot, except: AppointmentID? = nil
    ) async throws -> Diary? {
        try await storage.write { stores in
            try await stores.locks.hold(doctors: [doctor.id], patients: [patient.id])
            return try await stores.appointments.diary(of: doctor.id, and: patient.id, around: slot, except: except)
        }
    }
}
