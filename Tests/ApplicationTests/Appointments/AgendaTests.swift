import Application
import Domain
import SQLitePersistence
import Testing

@Suite struct `An agenda` {
    @Test func `shows appointments with their people, and no patient whom the caller may not see`() async throws {
        let scene = try await Scene()
        let bos = try await scene.clinic.storage.appointment(scene.bo, scene.drGrey, .monday(9), by: scene.clinic.nurse)

        let agenda = try await scene.clinic.appointments.listAgenda(.monday(), for: scene.clinic.nurse)
        let grey = try await scene.clinic.appointments.listAgenda(.monday(), for: scene.grey)
        let admin = try await scene.clinic.appointments.listAgenda(.monday(), for: scene.clinic.admin)

        #expect(agenda.entries.map(\.appointment.id) == [bos, scene.appointment])
        #expect(agenda.entries.map(\.patient?.id) == [nil, scene.ann])
        #expect(agenda.entries.map(\.doctor.id) == [scene.drGrey, scene.drHouse])
        // A doctor who does not treat the patient sees that the time is taken.
        #expect(grey.entries.map(\.appointment.id) == [bos] && grey.entries.map(\.patient) == [nil])
        #expect(admin.entries.map(\.patient?.id) == [scene.bo, scene.ann])
    }

    @Test func `is noted by one event that names whose appointments were shown`() async throws {
        let scene = try await Scene()
        _ = try await scene.clinic.storage.appointment(scene.bo, scene.drGrey, .monday(9), by: scene.clinic.nurse)

        _ = try await scene.clinic.appointments.listAgenda(.monday(), for: scene.clinic.nurse)

        let entries = try await scene.entries()
        #expect(entries.map(\.action) == ["appointment.listed"])
        #expect(entries.map(\.patients) == [[scene.ann.number, scene.bo.number]])
    }

    @Test func `is counted day by day and by status, as far as the caller sees it, and nobody is shown`() async throws {
        let scene = try await Scene()
        let (clinic, storage) = (scene.clinic, scene.clinic.storage)
        _ = try await storage.appointment(scene.bo, scene.drGrey, .monday(10), by: clinic.admin)
        _ = try await storage.appointment(scene.bo, scene.drGrey, .monday(24), by: clinic.admin)
        let days = try LocalDays([.monday(0), .monday(24), .monday(48)])
        let tooMany = try LocalDays((0...43).map { .monday($0 * 24) })

        let all = try await clinic.appointments.countAgenda(on: days, for: clinic.admin)
        let grey = try await clinic.appointments.countAgenda(on: days, with: [scene.drGrey], for: clinic.admin)
        let nurse = try await clinic.appointments.countAgenda(on: days, for: clinic.nurse)

        #expect(all == [[.scheduled: 2], [.scheduled: 1]])
        #expect(grey == [[.scheduled: 1], [.scheduled: 1]])
        #expect(nurse == [[.scheduled: 1], [:]])
        #expect(try await scene.entries().isEmpty)
        await #expect(throws: Failure.invalid([FieldError(.to, .timeOutOfRange)])) {
            try await clinic.appointments.countAgenda(on: tooMany, for: clinic.admin)
        }
    }

    @Test func `has the version that is found as long as nothing changes, and finding it is not noted`() async throws {
        let scene = try await Scene()
        let nurse = scene.clinic.nurse

        let agenda = try await scene.clinic.appointments.listAgenda(.monday(), for: nurse)
        let same = try await scene.clinic.appointments.findAgendaVersion(.monday(), for: nurse)
        try await scene.changeAppointment(by: nurse) { $0.status = .checkedIn }
        let other = try await scene.clinic.appointments.findAgendaVersion(.monday(), for: nurse)
        let ofOthers = try await scene.clinic.appointments.findAgendaVersion(.monday(), for: scene.clinic.otherNurse)

        #expect(agenda.version == same)
        #expect(other != same)
        #expect(ofOthers == AgendaVersion(count: 0, latest: nil, mark: 0))
        #expect(same.text.count < 40)
        #expect(try await scene.entries().map(\.action) == ["appointment.listed", "appointment.changed"])
    }

    @Test func `is cut after five thousand, and told of by as many events as it takes`() async throws {
        let scene = try await Scene()
        let (nurse, house) = (scene.clinic.nurse, scene.drHouse)
        _ = try await scene.clinic.storage.transaction { stores throws(Failure) in
            var patients: [PatientID] = []
            for _ in 0..<1_500 {
                patients.append(try await stores.patients.insert(.bo, by: nurse.account, at: .dawn).id)
            }
            for number in 0..<5_001 {
                let details = AppointmentDetails(
                    doctor: house, patient: patients[number % 1_500], slot: .monday(9), status: .cancelled)
                _ = try await stores.appointments.insert(details, by: nurse.account, at: .dawn)
            }
            return true
        }

        let agenda = try await scene.clinic.appointments.listAgenda(.monday(), for: nurse)

        #expect(agenda.isCut && agenda.entries.count == 5_000 && agenda.version == nil)
        #expect(agenda.entries.allSatisfy { $0.patient != nil && $0.appointment.details.slot == .monday(9) })
        #expect(try await scene.entries().map(\.patients.count) == [1_000, 500])
    }

    @Test func `is of some time, of six weeks at most`() throws {
        let longest = Instant.monday(0).adding(minutes: 42 * 24 * 60 + 180)
        let refusal = Failure.invalid([FieldError(.to, .timeOutOfRange)])

        #expect(try AgendaQuery(from: .monday(0), to: longest).to == longest)
        #expect(throws: refusal) { try AgendaQuery(from: .monday(0), to: longest.adding(seconds: 1)) }
        #expect(throws: refusal) { try AgendaQuery(from: .monday(0), to: .monday(0)) }
        #expect(throws: refusal) { try AgendaQuery(from: .monday(1), to: .monday(0)) }
        #expect(throws: refusal) {
            try AgendaQuery(from: Instant(microseconds: .min), to: Instant(microseconds: .max))
        }
    }
}

extension AgendaQuery {
    fileprivate static func monday() throws(Failure) -> AgendaQuery {
        try AgendaQuery(from: .monday(0), to: .monday(24))
    }
}
