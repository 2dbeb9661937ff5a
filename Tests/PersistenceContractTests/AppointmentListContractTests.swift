import Application
import Domain
import Testing

@Suite("A list of appointments")
struct AppointmentListContractTests {
    @Test("is by start, ties by number", arguments: Backend.listing)
    func standardOrder(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (first, second, third, fourth) = try await clinic.fourAppointments()

            let list = try await clinic.reads.appointments.list(AppointmentQuery(), in: .everything)

            #expect(list == [second, first, third, fourth])
        }
    }

    @Test("can be sorted by every key, both ways, ties by number ascending", arguments: Backend.listing)
    func sortKeys(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let all = try await clinic.fourAppointments()
            let ids = [all.0.id, all.1.id, all.2.id, all.3.id]
            let groups: [AppointmentSortKey: [[Int]]] = [
                .id: [[0], [1], [2], [3]], .start: [[1], [0, 2], [3]], .status: [[1], [3], [0, 2]],
                .createdAt: [[3], [0, 2], [1]], .updatedAt: [[3], [0, 2], [1]],
            ]

            for key in AppointmentSortKey.allCases {
                let expected = try #require(groups[key])
                let up = try await clinic.appointments { $0.ordering = [Ordering(key)] }
                let down = try await clinic.appointments { $0.ordering = [Ordering(key, descending: true)] }
                #expect(up == expected.flatMap { $0.map { ids[$0] } }, "\(key)")
                #expect(down == expected.reversed().flatMap { $0.map { ids[$0] } }, "\(key)")
            }
        }
    }

    @Test("can be narrowed by each condition alone and by all together", arguments: Backend.listing)
    func filters(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (first, second, third, fourth) = try await clinic.fourAppointments()
            let (patient, doctor) = (first.details.patient, first.details.doctor)

            try await clinic.expect([first.id, second.id, fourth.id]) { $0.patient = patient }
            try await clinic.expect([first.id, second.id]) { $0.doctor = doctor }
            try await clinic.expect([first.id, third.id]) { $0.status = .scheduled }
            try await clinic.expect([]) { $0.status = .noShow }
            try await clinic.expect([first.id, second.id, third.id]) { $0.date = .monday }
            try await clinic.expect([fourth.id]) { $0.date = .tuesday }
            let together = try await clinic.appointments {
                ($0.patient, $0.doctor, $0.status, $0.date) = (patient, doctor, .scheduled, .monday)
                ($0.from, $0.to) = (.monday(10), .monday(11))
            }
            #expect(together == [first.id])
            try await clinic.expect([]) { ($0.doctor, $0.date) = (doctor, .tuesday) }
            try await clinic.expect([first.id, second.id, third.id]) { $0.page.size = 3 }
        }
    }

    @Test("from a time on, and up to, not including, a time", arguments: Backend.listing)
    func range(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (first, second, third, fourth) = try await clinic.fourAppointments()

            try await clinic.expect([first.id, third.id, fourth.id]) { $0.from = .monday(10) }
            try await clinic.expect([fourth.id]) { $0.from = .monday(10).adding(microseconds: 1) }
            try await clinic.expect([second.id]) { $0.to = .monday(10) }
            try await clinic.expect([first.id, second.id, third.id]) { $0.to = .monday(10).adding(microseconds: 1) }
            try await clinic.expect([]) { ($0.from, $0.to) = (.monday(10), .monday(10)) }
        }
    }

    @Test("of a date goes from midnight UTC to midnight UTC", arguments: Backend.listing)
    func date(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let house = try await clinic.hire(.drHouse)
            _ = try await clinic.book(ann, with: house, .at(.monday(0).adding(microseconds: -1), length: 5))
            let first = try await clinic.book(ann, with: house, .monday(0, 5))
            let last = try await clinic.book(ann, with: house, .at(.monday(24).adding(microseconds: -1), length: 5))
            let tuesday = try await clinic.book(ann, with: house, .at(Instant(.tuesday, timeOfDay: 600_000_000)))

            try await clinic.expect([first.id, last.id]) { $0.date = .monday }
            try await clinic.expect([tuesday.id]) { $0.date = .tuesday }
        }
    }
}

extension Clinic {
    /// Ann with House at 10:00, Ann with House at 9:00 (cancelled), Bo with Grey at 10:00, Ann with Grey on Tuesday
    /// (checked in); the first and the third made at the same time, the second after and the fourth before them.
    fileprivate func fourAppointments() async throws -> (Appointment, Appointment, Appointment, Appointment) {
        let (ann, bo) = (try await register(.ann), try await register(.bo))
        let (house, grey) = (try await hire(.drHouse), try await hire(.drGrey))
        let first = try await book(ann, with: house, .monday(10), at: .monday(7))
        let second = try await book(ann, with: house, .monday(9), .cancelled, at: .monday(8))
        let third = try await book(bo, with: grey, .monday(10), at: .monday(7))
        let fourth = try await book(ann, with: grey, .at(Instant(.tuesday)), .checkedIn, at: .monday(6))
        return (first, second, third, fourth)
    }

    /// Expects exactly these to be listed.
    fileprivate func expect(
        _ expected: [AppointmentID], sourceLocation: SourceLocation = #_sourceLocation,
        _ change: (inout AppointmentQuery) -> Void
    ) async throws {
        let listed = try await appointments(change)
        #expect(listed == expected, sourceLocation: sourceLocation)
    }

    /// The numbers of those listed, by number unless the query says otherwise.
    fileprivate func appointments(_ change: (inout AppointmentQuery) -> Void) async throws -> [AppointmentID] {
        var query = AppointmentQuery()
        query.ordering = [Ordering(.id)]
        change(&query)
        return try await reads.appointments.list(query, in: .everything).map(\.id)
    }
}
