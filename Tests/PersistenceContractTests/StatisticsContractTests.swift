import Application
import Domain
import Testing

@Suite struct `Statistics` {
    /// Monday and Tuesday of a clinic that is two hours ahead of UTC, and a Wednesday that has but 23 hours.
    private static let days = [
        Instant.monday(-2), .monday(22), .monday(46), .monday(69),
    ]

    @Test(arguments: Backend.available)
    func `count appointments by local day and status`(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let scene = try await StatisticsScene(clinic)
            let gone = try await clinic.book(scene.ann, with: scene.house, .monday(14))
            try await clinic.delete(gone.id)

            let counts = try await clinic.reads.statistics.appointments(on: try LocalDays(Self.days))

            #expect(counts == [[.scheduled: 2, .cancelled: 1], [.completed: 1], [:]])
        }
    }

    @Test(arguments: Backend.available)
    func `measure what holds a doctor's time`(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let scene = try await StatisticsScene(clinic)

            let loads = try await clinic.reads.statistics.loads(on: try LocalDays(Self.days))
            let tuesday = try await clinic.reads.statistics.loads(on: try LocalDays(Array(Self.days[1...2])))

            #expect(
                loads == [
                    scene.house.id: Load(appointments: 2, minutes: 75),
                    scene.grey.id: Load(appointments: 1, minutes: 1440),
                ])
            #expect(tuesday == [scene.grey.id: Load(appointments: 1, minutes: 1440)])
        }
    }

    @Test(arguments: Backend.available)
    func `count new patients by local day`(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            for at in [Instant.monday(-2).adding(microseconds: -1), .monday(-2), .monday(9), .monday(46)] {
                _ = try await clinic.register(.ann, at: at)
            }
            let gone = try await clinic.register(.bo, at: .monday(9))
            try await clinic.delete(gone.id)

            let counts = try await clinic.reads.statistics.newPatients(on: try LocalDays(Self.days))

            #expect(counts == [2, 0, 1])
        }
    }

    @Test(arguments: Backend.available)
    func `count events of some kinds by local day`(_ backend: Backend) async throws {
        try await backend.withStorage { storage in
            let kinds: [(AuditAction, Int64)] = [
                (.sessionStarted, -2), (.sessionStarted, 21), (.signInRefused, 8), (.signInRefused, 22),
                (.sessionStarted, 69), (.patientRead, 9),
            ]
            try await storage.write { stores in
                try await stores.audit.record(
                    kinds.map { AuditEvent($0.0, from: .unknown, at: .monday($0.1)) })
            }

            let counts = try await storage.reads.statistics.events(
                [.sessionStarted, .signInRefused], on: try LocalDays(Self.days))
            let none = try await storage.reads.statistics.events([], on: try LocalDays(Self.days))

            #expect(counts == [[.sessionStarted: 2, .signInRefused: 1], [.signInRefused: 1], [:]])
            #expect(none == [[:], [:], [:]])
        }
    }

    @Test(arguments: Backend.available)
    func `count the sessions that live, and whose they are`(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let before = try await clinic.reads.statistics.sessions(at: .monday(9))
            _ = try await clinic.signIn(clinic.nurse, until: .monday(12), bits: 1)
            _ = try await clinic.signIn(clinic.nurse, until: .monday(12), bits: 2)
            _ = try await clinic.signIn(clinic.admin, until: .monday(12), bits: 3)
            _ = try await clinic.signIn(clinic.admin, until: .monday(9), bits: 4)
            let ended = try await clinic.signIn(clinic.otherNurse, until: .monday(12), bits: 5)
            try await clinic.storage.write { try await $0.sessions.end(ended.id, at: .monday(8)) }

            let now = try await clinic.reads.statistics.sessions(at: .monday(9))

            #expect(before == SessionCount(sessions: 0, accounts: 0))
            #expect(now == SessionCount(sessions: 3, accounts: 2))
        }
    }

    @Test(arguments: Backend.available)
    func `count through as many days as there may be`(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            _ = try await StatisticsScene(clinic)
            let days = try LocalDays((0...92).map { .monday(Int64($0 - 46) * 24) })

            let counts = try await clinic.reads.statistics.appointments(on: days)

            #expect(counts.count == 92)
            #expect(counts.flatMap(\.values).reduce(0, +) == 4)
        }
    }
}

/// House on Monday at 8 for 30 minutes, at 21:59 for 45, and at 10, cancelled; Grey on Tuesday, which begins at 22, for a day.
private struct StatisticsScene {
    let ann: Patient
    let (house, grey): (Doctor, Doctor)

    init(_ clinic: Clinic) async throws {
        ann = try await clinic.register(.ann, at: .monday(-48))
        let bo = try await clinic.register(.bo, by: clinic.otherNurse, at: .monday(-48))
        (house, grey) = (try await clinic.hire(.drHouse), try await clinic.hire(.drGrey))
        _ = try await clinic.book(ann, with: house, .monday(8))
        _ = try await clinic.book(ann, with: house, .monday(21, 59, length: 45), by: clinic.admin)
        _ = try await clinic.book(bo, with: house, .monday(10), .cancelled)
        _ = try await clinic.book(bo, with: grey, .monday(22, length: 1440), .completed)
    }
}
