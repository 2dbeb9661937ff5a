import Application
import Domain
import Testing

@Suite("Booking")
struct BookingTests {
    @Test("a booked appointment is found as asked for, with who booked it and when")
    func books() async throws {
        let scene = try await Scene()

        let booked = try await scene.clinic.appointments.book(
            AppointmentForm(scene.ann, scene.drGrey, .monday(9, length: 45)), by: scene.annHerself)

        let found = try await scene.clinic.appointments.find(booked.id, for: scene.clinic.nurse)
        #expect(found == booked)
        #expect(found.details.slot == .monday(9, length: 45))
        #expect(found.createdBy == scene.annHerself.account)
        #expect(found.createdAt == .dawn)
    }

    @Test("a patient books what is to come only, staff also what has been; a past time is told with all else")
    func past() async throws {
        let scene = try await Scene()
        scene.clinic.clock.advance(minutes: 6 * 60)
        var form = AppointmentForm(scene.ann, scene.drGrey, .monday(11))
        let staffs = form
        form.doctor = DoctorID(99)
        let both = form

        await #expect(
            throws: Failure.invalid([
                FieldError(.doctor, .noSuchRecord("99")), FieldError(.appointmentStart, .startInPast),
            ])
        ) { try await scene.clinic.appointments.book(both, by: scene.annHerself) }
        let written = try await scene.clinic.appointments.book(staffs, by: scene.clinic.nurse)
        let next = AppointmentForm(scene.ann, scene.drGrey, .monday(13))
        let booked = try await scene.clinic.appointments.book(next, by: scene.annHerself)

        #expect(written.details.slot == .monday(11) && booked.details.slot == .monday(13))
    }

    @Test("a new appointment may have any status", arguments: AppointmentStatus.allCases)
    func anyStatus(status: AppointmentStatus) async throws {
        let scene = try await Scene()

        let booked = try await scene.clinic.appointments.book(
            AppointmentForm(scene.ann, scene.drGrey, .monday(9), status), by: scene.clinic.nurse)

        #expect(booked.details.status == status)
    }

    @Test("people who do not exist or cannot be seen are refused with everything else that is wrong, before the diary")
    func unknownPeople() async throws {
        let scene = try await Scene()
        try await scene.clinic.storage.change(scene.drHouse) { $0.isAvailable = false }
        var form = AppointmentForm(scene.bo, DoctorID(99)!, .monday(10))
        form.check.refuse(.reason, .notText)
        var hidden = AppointmentForm(scene.bo, scene.drHouse, .monday(10))
        hidden.doctor = scene.drHouse

        await #expect(
            throws: Failure.invalid([
                FieldError(.reason, .notText), FieldError(.doctor, .noSuchRecord("99")),
                FieldError(.patient, .noSuchRecord("\(scene.bo.number)")),
            ])
        ) { try await scene.clinic.appointments.book(form, by: scene.clinic.nurse) }
        await #expect(throws: Failure.invalid([FieldError(.patient, .noSuchRecord("\(scene.bo.number)"))])) {
            try await scene.clinic.appointments.book(hidden, by: scene.clinic.nurse)
        }
    }

    @Test("all that stands in the diaries against a time is told together, most important first")
    func allRefusals() async throws {
        let scene = try await Scene()
        _ = try await scene.clinic.storage.appointment(scene.bo, scene.drGrey, .monday(10), by: scene.clinic.otherNurse)
        try await scene.clinic.storage.change(scene.drGrey) {
            $0.isAvailable = false
            $0.maximumAppointmentsPerDay = DailyCap(stored: 1)
        }

        await #expect(
            throws: Failure.conflict(.diary([.doctorConflict, .patientConflict, .dayFull, .doctorUnavailable]))
        ) {
            try await scene.clinic.appointments.book(
                AppointmentForm(scene.ann, scene.drGrey, .monday(10, 15)), by: scene.clinic.nurse)
        }
    }

    @Test(
        "times that touch are free, times that overlap are not",
        arguments: [
            (Slot.monday(9, 30), true), (.monday(10, 30), true), (.monday(9, 30, length: 31), false),
            (.monday(10, 29), false), (.monday(9, length: 240), false), (.monday(10, 10, length: 5), false),
        ])
    func halfOpen(slot: Slot, isFree: Bool) async throws {
        let scene = try await Scene()

        let outcome = await scene.outcomeOfBooking(AppointmentForm(scene.ann, scene.drHouse, slot))

        #expect(outcome == (isFree ? nil : .conflict(.diary([.doctorConflict]))))
    }

    @Test("a patient cannot be with two doctors at once")
    func patientConflict() async throws {
        let scene = try await Scene()

        let outcome = await scene.outcomeOfBooking(AppointmentForm(scene.ann, scene.drGrey, .monday(10)))

        #expect(outcome == .conflict(.diary([.patientConflict])))
    }

    @Test("cancelled and missed appointments hold no time", arguments: [AppointmentStatus.cancelled, .noShow])
    func freedTime(status: AppointmentStatus) async throws {
        let scene = try await Scene()
        try await scene.changeAppointment(by: scene.clinic.nurse) { $0.status = status }

        let outcome = await scene.outcomeOfBooking(AppointmentForm(scene.ann, scene.drHouse, .monday(10)))

        #expect(outcome == nil)
    }

    @Test("a deleted appointment holds no time")
    func deletedTime() async throws {
        let scene = try await Scene()
        try await scene.clinic.appointments.delete(scene.appointment, by: scene.clinic.nurse)

        let outcome = await scene.outcomeOfBooking(AppointmentForm(scene.ann, scene.drHouse, .monday(10)))

        #expect(outcome == nil)
    }

    @Test("a doctor's cap counts the appointments that start on the UTC day and hold time")
    func cap() async throws {
        let scene = try await Scene()
        try await scene.clinic.storage.change(scene.drHouse) { $0.maximumAppointmentsPerDay = DailyCap(stored: 2) }
        let house = { AppointmentForm(scene.ann, scene.drHouse, $0) }

        let cancelled = await scene.outcomeOfBooking(AppointmentForm(scene.ann, scene.drHouse, .monday(11), .cancelled))
        let second = await scene.outcomeOfBooking(house(.monday(23, 45, length: 60)))
        let third = await scene.outcomeOfBooking(house(.monday(12)))
        let tuesday = await scene.outcomeOfBooking(house(.monday(25)))

        #expect(cancelled == nil)
        #expect(second == nil)
        #expect(third == .conflict(.diary([.dayFull])))
        #expect(tuesday == nil)
    }

    @Test("a cap of none lets nobody in")
    func noneADay() async throws {
        let scene = try await Scene()
        try await scene.clinic.storage.change(scene.drGrey) { $0.maximumAppointmentsPerDay = DailyCap(stored: 0) }

        let outcome = await scene.outcomeOfBooking(AppointmentForm(scene.ann, scene.drGrey, .monday(12)))

        #expect(outcome == .conflict(.diary([.dayFull])))
    }

    @Test("of many who book one time at once, one gets it and the others are told why")
    func race() async throws {
        let scene = try await Scene()
        let form = AppointmentForm(scene.ann, scene.drGrey, .monday(15))

        let outcomes = await withTaskGroup(of: Failure?.self) { group in
            for _ in 0..<10 { group.addTask { await scene.outcomeOfBooking(form) } }
            return await group.reduce(into: []) { $0.append($1) }
        }

        #expect(outcomes.filter { $0 == nil }.count == 1)
        #expect(outcomes.filter { $0 == .conflict(.diary([.doctorConflict])) }.count == 9)
    }
}

extension Scene {
    /// Why the nurse's booking was refused; `nil` when it was not.
    func outcomeOfBooking(_ form: AppointmentForm) async -> Failure? {
        do throws(Failure) {
            _ = try await clinic.appointments.book(form, by: clinic.nurse)
            return nil
        } catch { return error }
    }
}
