import Application
import Domain
import Testing

@Suite("Changes of appointments")
struct AppointmentChangeTests {
    @Test("a change is kept with its time; who booked, and when, stays")
    func changes() async throws {
        let scene = try await Scene()
        scene.clinic.clock.advance(minutes: 3)

        try await scene.changeAppointment(by: scene.clinic.admin) {
            $0.slot = .monday(14, length: 60)
            $0.reason = FreeText(stored: "cough")
        }

        let kept = try #require(try await scene.kept)
        #expect(kept.details.slot == .monday(14, length: 60))
        #expect(kept.details.reason?.text == "cough")
        #expect(kept.createdBy == scene.clinic.nurse.account)
        #expect(kept.createdAt == .dawn)
        #expect(kept.updatedAt == Instant.dawn.adding(minutes: 3))
    }

    @Test("a moved appointment does not stand in its own way")
    func ownTime() async throws {
        let scene = try await Scene()
        try await scene.clinic.storage.change(scene.drHouse) { $0.maximumAppointmentsPerDay = DailyCap(stored: 1) }

        try await scene.changeAppointment(by: scene.clinic.nurse) { $0.slot = .monday(10, 15) }

        #expect(try await scene.kept?.details.slot == .monday(10, 15))
    }

    @Test("a move into somebody else's time is refused and leaves everything as it was")
    func takenTime() async throws {
        let scene = try await Scene()
        _ = try await scene.clinic.storage.appointment(
            scene.bo, scene.drHouse, .monday(12), by: scene.clinic.otherNurse)
        let before = try await scene.kept

        await #expect(throws: Failure.conflict(.diary([.doctorConflict]))) {
            try await scene.changeAppointment(by: scene.clinic.nurse) { $0.slot = .monday(12, 15) }
        }

        #expect(try await scene.kept == before)
    }

    @Test("a move frees the old time and takes the new one")
    func move() async throws {
        let scene = try await Scene()

        try await scene.changeAppointment(by: scene.clinic.nurse) { $0.slot = .monday(12) }

        let old = await scene.outcomeOfBooking(AppointmentForm(scene.ann, scene.drHouse, .monday(10)))
        let new = await scene.outcomeOfBooking(AppointmentForm(scene.ann, scene.drHouse, .monday(12)))
        #expect(old == nil)
        #expect(new == .conflict(.diary([.doctorConflict])))
    }

    @Test("an appointment cannot come back to a time that has been taken since")
    func comingBack() async throws {
        let scene = try await Scene()
        try await scene.changeAppointment(by: scene.clinic.nurse) { $0.status = .cancelled }
        _ = try await scene.clinic.storage.appointment(
            scene.bo, scene.drHouse, .monday(10), by: scene.clinic.otherNurse)

        await #expect(throws: Failure.conflict(.diary([.doctorConflict]))) {
            try await scene.changeAppointment(by: scene.clinic.nurse) { $0.status = .scheduled }
        }

        #expect(try await scene.kept?.details.status == .cancelled)
    }

    @Test("status moves are those of the table", arguments: AppointmentStatus.allCases, AppointmentStatus.allCases)
    func statusMoves(from: AppointmentStatus, to: AppointmentStatus) async throws {
        let moves: [AppointmentStatus: Set<AppointmentStatus>] = [
            .scheduled: [.checkedIn, .completed, .cancelled, .noShow],
            .checkedIn: [.completed, .cancelled, .scheduled],
            .noShow: [.checkedIn], .cancelled: [.scheduled], .completed: [],
        ]
        let scene = try await Scene()
        let id = try await scene.clinic.storage.appointment(
            scene.ann, scene.drGrey, .monday(15), from, by: scene.clinic.nurse)

        let outcome: Failure?
        do throws(Failure) {
            _ = try await scene.clinic.appointments.change(id, by: scene.clinic.nurse) { present in
                AppointmentForm(present.with { $0.status = to })
            }
            outcome = nil
        } catch { outcome = error }

        let isFine = from == to || moves[from]?.contains(to) == true
        #expect(outcome == (isFine ? nil : .invalid([FieldError(.status, .statusMove(from: from, to: to))])))
    }

    @Test("a forbidden status move is answered with the other faulty fields, before the diary is asked")
    func faultyMove() async throws {
        let scene = try await Scene()
        try await scene.changeAppointment(by: scene.clinic.nurse) { $0.status = .completed }
        try await scene.clinic.storage.change(scene.drHouse) { $0.isAvailable = false }

        await #expect(
            throws: Failure.invalid([
                FieldError(.notes, .notText), FieldError(.doctor, .noSuchRecord("99")),
                FieldError(.patient, .noSuchRecord("\(scene.bo.number)")),
                FieldError(.status, .statusMove(from: .completed, to: .scheduled)),
            ])
        ) {
            try await scene.clinic.appointments.change(scene.appointment, by: scene.clinic.nurse) { present in
                var form = AppointmentForm(present)
                (form.doctor, form.patient, form.status) = (DoctorID(99), scene.bo, .scheduled)
                form.start = .init(stored: .monday(11))
                form.check.refuse(.notes, .notText)
                return form
            }
        }
    }

    @Test("a patient whom the caller cannot see may stay, but not be put in")
    func unseenPatient() async throws {
        let scene = try await Scene()
        let bos = try await scene.clinic.storage.appointment(
            scene.bo, scene.drGrey, .monday(15), by: scene.clinic.nurse)

        let changed = try await scene.clinic.appointments.change(bos, by: scene.clinic.nurse) { present in
            AppointmentForm(present.with { $0.slot = .monday(16) })
        }
        await #expect(throws: Failure.invalid([FieldError(.patient, .noSuchRecord("\(scene.bo.number)"))])) {
            try await scene.changeAppointment(by: scene.clinic.nurse) { $0.patient = scene.bo }
        }

        #expect(changed.details.slot == .monday(16))
    }

    @Test("whether there is such an appointment is looked at before the request is read")
    func notFoundFirst() async throws {
        let scene = try await Scene()

        await #expect(throws: Failure.notFound(.appointment)) {
            try await scene.clinic.appointments.change(scene.appointment, by: scene.clinic.otherNurse) {
                _ throws(Failure) in throw .unreadable(.nothing)
            }
        }
        await #expect(throws: Failure.unreadable(.nothing)) {
            try await scene.clinic.appointments.change(scene.appointment, by: scene.clinic.nurse) {
                _ throws(Failure) in throw .unreadable(.nothing)
            }
        }
    }

    @Test("of two who move different appointments into one time at once, one succeeds")
    func race() async throws {
        let scene = try await Scene()
        let second = try await scene.clinic.storage.appointment(
            scene.ann, scene.drHouse, .monday(11), by: scene.clinic.nurse)

        let outcomes = await withTaskGroup(of: Failure?.self) { group in
            for id in [scene.appointment, second] {
                group.addTask {
                    do throws(Failure) {
                        _ = try await scene.clinic.appointments.change(id, by: scene.clinic.nurse) { present in
                            AppointmentForm(present.with { $0.slot = .monday(15) })
                        }
                        return nil
                    } catch { return error }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }

        #expect(outcomes.filter { $0 == nil }.count == 1)
        #expect(outcomes.contains(.conflict(.diary([.doctorConflict]))))
    }
}
