import Application
import Domain
import Testing

@Suite struct `A preview of a booking` {
    @Test func `finds nothing where the booking would be accepted`() async throws {
        let scene = try await Scene()

        let forecast = try await scene.preview(scene.ann, scene.drHouse, .monday(10, 30))

        #expect(forecast == BookingForecast.free)
        #expect(try await scene.entries().isEmpty)
    }

    @Test func `says all that stands against it, as the booking does`() async throws {
        let scene = try await Scene()
        try await scene.clinic.storage.change(scene.drHouse) {
            ($0.isAvailable, $0.maximumAppointmentsPerDay) = (false, DailyCap(stored: 1))
        }
        _ = try await scene.clinic.storage.appointment(scene.ann, scene.drGrey, .monday(11), by: scene.clinic.nurse)
        let slot = Slot.monday(10, 15, length: 60)

        let forecast = try await scene.preview(scene.ann, scene.drHouse, slot)
        let outcome = await scene.outcomeOfBooking(AppointmentForm(scene.ann, scene.drHouse, slot))

        #expect(forecast.refusals == DiaryRefusal.allCases)
        #expect(outcome == .conflict(.diary(forecast.refusals)))
        #expect(forecast.doctorCollisions.map(\.slot) == [.monday(10)])
        #expect(forecast.patientCollisions.map(\.slot) == [.monday(11)])
    }

    @Test func `writes nothing and frees the time that is moved`() async throws {
        let scene = try await Scene()
        let before = try await scene.kept

        let forecast = try await scene.preview(
            scene.ann, scene.drHouse, .monday(10, 10), moved: scene.appointment)

        #expect(forecast == BookingForecast.free)
        #expect(try await scene.kept == before)
    }

    @Test func `of what holds no time is never refused, as a change of it is not`() async throws {
        let scene = try await Scene()
        try await scene.changeAppointment(by: scene.clinic.nurse) { $0.status = .cancelled }
        try await scene.clinic.storage.change(scene.drHouse) { $0.isAvailable = false }

        let forecast = try await scene.preview(scene.ann, scene.drHouse, .monday(12), moved: scene.appointment)

        #expect(forecast == BookingForecast.free)
    }

    @Test func `shows whose the times are to those who may see that, and notes it`() async throws {
        let scene = try await Scene()
        let bos = try await scene.clinic.storage.appointment(
            scene.bo, scene.drHouse, .monday(11), by: scene.clinic.otherNurse)
        let slot = Slot.monday(10, length: 120)

        let nurses = try await scene.preview(scene.ann, scene.drHouse, slot)
        let admins = try await scene.preview(scene.ann, scene.drHouse, slot, by: scene.clinic.admin)

        #expect(nurses.doctorCollisions.map(\.slot) == [.monday(10), .monday(11)])
        #expect(nurses.doctorCollisions.map(\.entry?.appointment.id) == [scene.appointment, nil])
        #expect(nurses.doctorCollisions.map(\.entry?.patient?.id) == [scene.ann, nil])
        #expect(admins.doctorCollisions.map(\.entry?.appointment.id) == [scene.appointment, bos])
        let entries = try await scene.entries()
        #expect(entries.map(\.action) == ["appointment.listed", "appointment.listed"])
        #expect(entries.map(\.patients) == [[scene.ann.number], [scene.ann.number, scene.bo.number]])
    }

    @Test func `that shows when a patient is elsewhere is noted`() async throws {
        let scene = try await Scene()

        let forecast = try await scene.preview(scene.ann, scene.drGrey, .monday(10), by: scene.annHerself)

        #expect(forecast.refusals == [.patientConflict])
        #expect(forecast.patientCollisions.map(\.entry?.doctor.id) == [scene.drHouse])
        #expect(try await scene.entries().map(\.patients) == [[scene.ann.number]])
    }

    @Test func `refuses people who cannot be seen and times that have been, all at once`() async throws {
        let scene = try await Scene()
        let nobody = DoctorID(999)!

        await #expect(
            throws: Failure.invalid([
                FieldError(.doctor, .noSuchRecord("999")), FieldError(.patient, .noSuchRecord("\(scene.bo.number)")),
            ])
        ) { try await scene.preview(scene.bo, nobody, .monday(9)) }
        await #expect(
            throws: Failure.invalid([
                FieldError(.doctor, .noSuchRecord("999")), FieldError(.patient, .noSuchRecord("\(scene.bo.number)")),
            ])
        ) { try await scene.preview(scene.bo, nobody, .monday(9), moved: scene.appointment) }
        await #expect(throws: Failure.invalid([FieldError(.appointmentStart, .startInPast)])) {
            try await scene.preview(scene.ann, scene.drGrey, .monday(5), by: scene.annHerself)
        }
        await #expect(throws: Failure.notFound(.appointment)) {
            try await scene.preview(scene.ann, scene.drGrey, .monday(9), moved: AppointmentID(999))
        }
    }
}

extension Scene {
    fileprivate func preview(
        _ patient: PatientID, _ doctor: DoctorID, _ slot: Slot, moved: AppointmentID? = nil, by caller: Caller? = nil
    ) async throws(Failure) -> BookingForecast {
        try await clinic.appointments.preview(
            BookingProposal(doctor: doctor, patient: patient, slot: slot, moved: moved), for: caller ?? clinic.nurse)
    }
}

extension BookingForecast {
    fileprivate static let free = BookingForecast(refusals: [], doctorCollisions: [], patientCollisions: [])
}
