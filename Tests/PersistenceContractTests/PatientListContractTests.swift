import Application
import Domain
import Testing

@Suite("A list of patients")
struct PatientListContractTests {
    @Test("is the newest first, ties by number, the higher first", arguments: Backend.listing)
    func standardOrder(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let first = try await clinic.register(.ann, at: .monday(9))
            let second = try await clinic.register(.bo, at: .monday(8))
            let third = try await clinic.register(.ann, at: .monday(9))
            let fourth = try await clinic.register(.bo, at: .monday(9).adding(microseconds: 1))

            let list = try await clinic.reads.patients.list(PatientQuery(), in: .everything)

            #expect(list == [fourth, third, first, second])
        }
    }

    @Test("can be sorted by every key, both ways, ties by number ascending", arguments: Backend.listing)
    func sortKeys(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let twins = PatientDetails.ann.named("Zoë", "adams").with { $0.dateOfBirth = .on("1990-01-02") }
            let details = [
                twins, .ann.named("Adam", "Zorro").with { $0.dateOfBirth = .on("1990-01-10") },
                .ann.named("adam", "Adams").with { $0.dateOfBirth = .on("1989-12-31") }, twins,
            ]
            let times: [Instant] = [.monday(10), .monday(12), .monday(9), .monday(10)]
            var patients: [Patient] = []
            for (details, time) in zip(details, times) { patients.append(try await clinic.register(details, at: time)) }
            let ids = patients.map(\.id)
            // Groups of equal ones, by position, ascending. Texts sort by code points: capitals first, accents last.
            let groups: [PatientSortKey: [[Int]]] = [
                .id: [[0], [1], [2], [3]], .firstName: [[1], [0, 3], [2]], .lastName: [[2], [1], [0, 3]],
                .dateOfBirth: [[2], [0, 3], [1]], .createdAt: [[2], [0, 3], [1]], .updatedAt: [[2], [0, 3], [1]],
            ]

            for key in PatientSortKey.allCases {
                let expected = try #require(groups[key])
                let up = try await clinic.patients(by: Ordering(key))
                let down = try await clinic.patients(by: Ordering(key, descending: true))
                #expect(up == expected.flatMap { $0.map { ids[$0] } }, "\(key)")
                #expect(down == expected.reversed().flatMap { $0.map { ids[$0] } }, "\(key)")
            }
        }
    }

    @Test("in the order of changes has whoever was changed at their new place", arguments: Backend.listing)
    func orderOfChanges(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            var patients: [Patient] = []
            for minute in Int64(0)..<4 {
                let name = String(repeating: "A", count: Int(minute) + 1)
                patients.append(try await clinic.register(.ann.named(name, "B"), at: .monday(9, minute)))
            }
            var changed = patients[1]
            changed.updatedAt = .monday(10)
            let final = changed
            try await clinic.storage.write { try await $0.patients.update(final) }
            try await clinic.delete(patients[2].id)

            let newest = try await clinic.patients { query in
                query.ordering = [Ordering(.updatedAt, descending: true)]
                query.page.size = 2
            }
            let others = try await clinic.patients { query in
                query.ordering = [Ordering(.updatedAt, descending: true)]
                query.page.position = ListPosition(.after, patients[3], in: query.order)
            }
            let byNameThenChange = try await clinic.patients(by: Ordering(.lastName), Ordering(.updatedAt))
            let found = try await clinic.patients { query in
                (query.ordering, query.search) = ([Ordering(.updatedAt)], ["AA"])
            }

            #expect(newest == [patients[1].id, patients[3].id])
            #expect(others == [patients[0].id])
            #expect(byNameThenChange == [patients[0].id, patients[3].id, patients[1].id])
            #expect(found == [patients[3].id, patients[1].id])
        }
    }

    @Test("can be sorted by several keys, the first counting most", arguments: Backend.listing)
    func severalKeys(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let bb = try await clinic.register(.ann.named("B", "B"))
            let ab = try await clinic.register(.ann.named("A", "B"))
            let ba = try await clinic.register(.ann.named("B", "A"))

            let list = try await clinic.patients(by: Ordering(.lastName), Ordering(.firstName, descending: true))
            let other = try await clinic.patients(
                by: Ordering(.lastName, descending: true), Ordering(.id, descending: true))

            #expect(list == [ba.id, bb.id, ab.id])
            #expect(other == [ab.id, bb.id, ba.id])
        }
    }

    @Test("can be narrowed by each condition alone and by all together", arguments: Backend.listing)
    func filters(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let house = try await clinic.hire(.drHouse)
            let ann = try await clinic.register(.ann.with { $0.bloodGroup = .oPositive })
            let bo = try await clinic.register(.boInFull)
            let cy = try await clinic.register(.bo.with { $0.bloodGroup = .oNegative })
            _ = try await clinic.assign(bo, to: house)
            _ = try await clinic.assign(cy, to: house, .completed)

            try await clinic.expect([ann.id]) { $0.gender = .female }
            try await clinic.expect([]) { $0.gender = .other }
            try await clinic.expect([cy.id]) { $0.bloodGroup = .oNegative }
            try await clinic.expect([bo.id, cy.id]) { $0.dateOfBirth = bo.details.dateOfBirth.date }
            try await clinic.expect([bo.id]) { $0.doctor = house.id }
            let together = try await clinic.patients {
                $0.gender = .male
                $0.bloodGroup = .abNegative
                $0.dateOfBirth = bo.details.dateOfBirth.date
                $0.doctor = house.id
                $0.search = ["baker"]
            }
            #expect(together == [bo.id])
            try await clinic.expect([]) { ($0.gender, $0.doctor) = (.female, house.id) }
        }
    }

    @Test("has no more rows than the limit, the first ones", arguments: Backend.listing)
    func limit(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let first = try await clinic.register(.ann)
            let second = try await clinic.register(.bo)
            let third = try await clinic.register(.ann)

            try await clinic.expect([first.id, second.id]) { $0.page.size = 2 }
            try await clinic.expect([]) { $0.page.size = 0 }
            try await clinic.expect([first.id, second.id, third.id]) { $0.page.size = 3 }
        }
    }

    @Test("has those in whom each word occurs somewhere, in any case", arguments: Backend.listing)
    func search(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann.named("Ann", "O'Brien"))
            let bo = try await clinic.register(.boInFull)
            let ole = try await clinic.register(.ann.named("ÅSE", "ЖУКОВА"))

            #expect(try await clinic.found("ann") == [ann.id])
            #expect(try await clinic.found("BRI") == [ann.id])
            #expect(try await clinic.found("o'b") == [ann.id])
            #expect(try await clinic.found("bo", "ak") == [bo.id])
            #expect(try await clinic.found("bo", "xx").isEmpty)
            #expect(try await clinic.found("m-77") == [bo.id])
            #expect(try await clinic.found("bo@EXAMPLE") == [bo.id])
            #expect(try await clinic.found("0102") == [bo.id])
            #expect(try await clinic.found("555") == [ann.id, bo.id, ole.id])
            #expect(try await clinic.found("åse", "жуко") == [ole.id])
            #expect(try await clinic.found("Åse", "Жуко") == [ole.id])
            #expect(try await clinic.found("nuts").isEmpty)
            #expect(try await clinic.found("mutual").isEmpty)
            try await clinic.expect([ann.id, bo.id, ole.id]) { $0.search = [] }
        }
    }

    @Test("takes the wildcards of SQL for what they are", arguments: Backend.listing)
    func wildcards(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let percent = try await clinic.register(.ann.named("100%", "a"))
            let underscore = try await clinic.register(.ann.named("x_y", "a"))
            let backslash = try await clinic.register(.ann.named("c:\\d", "a"))
            _ = try await clinic.register(.ann.named("xzy", "a"))

            #expect(try await clinic.found("%") == [percent.id])
            #expect(try await clinic.found("0%") == [percent.id])
            #expect(try await clinic.found("_") == [underscore.id])
            #expect(try await clinic.found("x_y") == [underscore.id])
            #expect(try await clinic.found("\\") == [backslash.id])
            #expect(try await clinic.found(":\\d") == [backslash.id])
            #expect(try await clinic.found("\\%").isEmpty)
            #expect(try await clinic.found("'").isEmpty)
            #expect(try await clinic.found("[a-z]*").isEmpty)
        }
    }

    @Test("finds what a change made of somebody, and no longer what was before", arguments: Backend.listing)
    func searchAfterChange(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            var changed = try await clinic.register(.ann)
            changed.details = .ann.named("Cleo", "Archer")
            let final = changed

            try await clinic.storage.write { try await $0.patients.update(final) }

            #expect(try await clinic.found("cleo") == [changed.id])
            #expect(try await clinic.found("ann").isEmpty)
        }
    }

    @Test("finds very long words, and many", arguments: Backend.listing)
    func longSearch(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let long = String(repeating: "%_a", count: 30_000)

            #expect(try await clinic.found(long).isEmpty)
            let many = try await clinic.patients { $0.search = Array(repeating: "a", count: 200) }
            #expect(many == [ann.id])
        }
    }
}

extension BirthDate {
    fileprivate static func on(_ date: String) -> BirthDate { BirthDate(stored: CalendarDate(date)!) }
}

extension Clinic {
    fileprivate func patients(by ordering: Ordering<PatientSortKey>...) async throws -> [PatientID] {
        try await patients { $0.ordering = ordering }
    }

    fileprivate func found(_ words: String...) async throws -> [PatientID] {
        try await patients { $0.search = words }
    }

    /// Expects exactly these to be listed.
    fileprivate func expect(
        _ expected: [PatientID], sourceLocation: SourceLocation = #_sourceLocation,
        _ change: (inout PatientQuery) -> Void
    ) async throws {
        let listed = try await patients(change)
        #expect(listed == expected, sourceLocation: sourceLocation)
    }

    /// The numbers of those listed, by number unless the query says otherwise.
    fileprivate func patients(_ change: (inout PatientQuery) -> Void) async throws -> [PatientID] {
        var query = PatientQuery()
        query.ordering = [Ordering(.id)]
        change(&query)
        return try await reads.patients.list(query, in: .everything).map(\.id)
    }
}
