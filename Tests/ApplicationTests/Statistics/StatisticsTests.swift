import Application
import Domain
import Testing

@Suite struct `Statistics of the clinic` {
    @Test func `count appointments, with 0 where there are none`() async throws {
        let scene = try await Scene()

        let counts = try await scene.clinic.useCases.statistics.countAppointments(on: .two(), for: scene.clinic.admin)

        #expect(counts.map { $0[.scheduled] } == [1, 0])
        #expect(counts.allSatisfy { $0.count == AppointmentStatus.allCases.count })
        #expect(counts.map { $0.values.reduce(0, +) } == [1, 0])
    }

    @Test func `name the doctors who have most to do first, and show no patient`() async throws {
        let scene = try await Scene()
        let storage = scene.clinic.storage
        for hour in [11, 12] {
            _ = try await storage.appointment(scene.bo, scene.drGrey, .monday(hour), by: scene.clinic.nurse)
        }
        _ = try await storage.appointment(scene.cy, scene.free, .monday(9), by: scene.clinic.nurse)

        let loads = try await scene.clinic.useCases.statistics.measureLoads(on: .two(), for: scene.clinic.admin)

        #expect(loads.map(\.doctor.id) == [scene.drGrey, scene.drHouse, scene.free])
        #expect(loads.map(\.load.minutes) == [60, 30, 30])
        #expect(loads.map(\.load.appointments) == [2, 1, 1])
        #expect(try await scene.entries().isEmpty)
    }

    @Test func `count patients, sign-ins and sessions`() async throws {
        let scene = try await Scene()
        let (clinic, statistics) = (scene.clinic, scene.clinic.useCases.statistics)
        _ = try await clinic.signIn("nurse")
        _ = try await clinic.signIn("nurse")
        _ = try await clinic.signIn("admin")
        _ = await clinic.fail(2)

        let patients = try await statistics.countNewPatients(on: .two(), for: clinic.admin)
        let signIns = try await statistics.countSignIns(on: .two(), for: clinic.admin)
        let sessions = try await statistics.countSessions(for: clinic.admin)

        #expect(patients == [3, 0])
        #expect(signIns.map(\.begun) == [3, 0] && signIns.map(\.refused) == [2, 0])
        #expect(sessions == SessionCount(sessions: 3, accounts: 2))
    }

    @Test func `are of one day to ninety-two that follow one another`() throws {
        let refusal = Failure.invalid([FieldError(.to, .timeOutOfRange)])
        let most = (0...92).map { Instant.monday($0 * 24) }

        #expect(try LocalDays(most).count == 92)
        #expect(throws: refusal) { try LocalDays(most + [.monday(93 * 24)]) }
        #expect(throws: refusal) { try LocalDays([]) }
        #expect(throws: refusal) { try LocalDays([.monday(0)]) }
        #expect(throws: refusal) { try LocalDays([.monday(0), .monday(0)]) }
        #expect(throws: refusal) { try LocalDays([.monday(0), Instant(microseconds: .max)]) }
    }
}

extension LocalDays {
    /// Monday and Tuesday.
    fileprivate static func two() throws(Failure) -> LocalDays {
        try LocalDays([.monday(0), .monday(24), .monday(48)])
    }
}
