import Application
import Domain
import Testing

@Suite("A list of doctors")
struct DoctorListContractTests {
    @Test("is by last name, first name, number", arguments: Backend.listing)
    func standardOrder(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let first = try await clinic.hire(.drHouse.named("B", "B", license: "1"))
            let second = try await clinic.hire(.drHouse.named("A", "B", license: "2"))
            let third = try await clinic.hire(.drHouse.named("Z", "A", license: "3"))
            let fourth = try await clinic.hire(.drHouse.named("A", "B", license: "4"))
            let fifth = try await clinic.hire(.drHouse.named("A", "a", license: "5"))

            let list = try await clinic.reads.doctors.list(DoctorQuery())

            #expect(list == [third, second, fourth, first, fifth])
        }
    }

    @Test("can be sorted by every key, both ways, ties by number ascending", arguments: Backend.listing)
    func sortKeys(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let details: [DoctorDetails] = [
                .doctor("Zoë", "adams", "B", years: 9, license: "1"),
                .doctor("Adam", "Zorro", "a", years: 10, license: "2"),
                .doctor("adam", "Adams", "A", years: 0, license: "3"),
                .doctor("Zoë", "adams", "B", years: 9, license: "4"),
            ]
            let times: [Instant] = [.monday(10), .monday(12), .monday(9), .monday(10)]
            var doctors: [Doctor] = []
            for (details, time) in zip(details, times) { doctors.append(try await clinic.hire(details, at: time)) }
            let ids = doctors.map(\.id)
            let groups: [DoctorSortKey: [[Int]]] = [
                .id: [[0], [1], [2], [3]], .firstName: [[1], [0, 3], [2]], .lastName: [[2], [1], [0, 3]],
                .specialization: [[2], [0, 3], [1]], .yearsOfExperience: [[2], [0, 3], [1]],
                .createdAt: [[2], [0, 3], [1]], .updatedAt: [[2], [0, 3], [1]],
            ]

            for key in DoctorSortKey.allCases {
                let expected = try #require(groups[key])
                let up = try await clinic.doctors { $0.ordering = [Ordering(key)] }
                let down = try await clinic.doctors { $0.ordering = [Ordering(key, descending: true)] }
                #expect(up == expected.flatMap { $0.map { ids[$0] } }, "\(key)")
                #expect(down == expected.reversed().flatMap { $0.map { ids[$0] } }, "\(key)")
            }
        }
    }

    @Test("can be narrowed by each condition alone and by all together", arguments: Backend.listing)
    func filters(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let house = try await clinic.hire(.drHouse)
            let grey = try await clinic.hire(.drGreyInFull)

            try await clinic.expect([grey.id]) { $0.specialization = "Surgery" }
            try await clinic.expect([]) { $0.specialization = "surgery" }
            try await clinic.expect([]) { $0.specialization = "Surg" }
            try await clinic.expect([house.id]) { $0.gender = .male }
            try await clinic.expect([house.id]) { $0.isAvailable = true }
            try await clinic.expect([grey.id]) { $0.isAvailable = false }
            let together = try await clinic.doctors {
                $0.specialization = "Surgery"
                $0.gender = .female
                $0.isAvailable = false
                $0.search = ["grey", "SURG"]
            }
            #expect(together == [grey.id])
            try await clinic.expect([]) { ($0.gender, $0.isAvailable) = (.male, false) }
        }
    }

    @Test(
        "has those in whom each word occurs in a name or the specialization, in any case", arguments: Backend.listing)
    func search(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let house = try await clinic.hire(.drHouse)
            let zoe = try await clinic.hire(.drGrey.named("ZOË", "100%", license: "Z"))

            try await clinic.expect([house.id]) { $0.search = ["greg", "OUS"] }
            try await clinic.expect([house.id]) { $0.search = ["diagno"] }
            try await clinic.expect([zoe.id]) { $0.search = ["zoë"] }
            try await clinic.expect([zoe.id]) { $0.search = ["%"] }
            try await clinic.expect([]) { $0.search = ["h-1"] }
            try await clinic.expect([]) { $0.search = ["example"] }
        }
    }

    @Test("takes any number of words and any number of keys to sort by", arguments: Backend.listing)
    func manyWordsAndKeys(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let house = try await clinic.hire(.drHouse)
            let grey = try await clinic.hire(.drGrey)

            try await clinic.expect([house.id]) { $0.search = Array(repeating: "o", count: 4_000) + ["greg"] }
            try await clinic.expect([]) { $0.search = Array(repeating: "o", count: 4_000) + ["nobody"] }
            try await clinic.expect([grey.id, house.id]) {
                $0.ordering = Array(repeating: Ordering(.id, descending: true), count: 4_000)
            }
            try await clinic.expect([grey.id, house.id]) {
                $0.ordering = [Ordering(.firstName, descending: true), Ordering(.firstName, descending: false)]
            }
        }
    }

    @Test("has nobody for text with a NUL, which nobody's name has", arguments: Backend.listing)
    func nul(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            _ = try await clinic.hire(.drHouse)

            try await clinic.expect([]) { $0.search = ["\0"] }
            try await clinic.expect([]) { $0.search = ["house\0x"] }
            try await clinic.expect([]) { $0.specialization = "Diagnostics\0x" }
        }
    }

    @Test("has no more rows than the limit, the first ones", arguments: Backend.listing)
    func limit(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            _ = try await clinic.hire(.drHouse)
            let grey = try await clinic.hire(.drGrey)

            var query = DoctorQuery()
            query.page.size = 1

            #expect(try await clinic.reads.doctors.list(query) == [grey])
        }
    }
}

extension DoctorDetails {
    fileprivate static func doctor(
        _ firstName: String, _ lastName: String, _ specialization: String, years: Int, license: String
    ) -> DoctorDetails {
        .drHouse.named(firstName, lastName, license: license).with {
            $0.specialization = Specialization(stored: specialization)
            $0.yearsOfExperience = YearsOfExperience(stored: years)
        }
    }
}

extension Clinic {
    /// Expects exactly these to be listed.
    fileprivate func expect(
        _ expected: [DoctorID], sourceLocation: SourceLocation = #_sourceLocation, _ change: (inout DoctorQuery) -> Void
    ) async throws {
        let listed = try await doctors(change)
        #expect(listed == expected, sourceLocation: sourceLocation)
    }

    /// The numbers of those listed, by number unless the query says otherwise.
    fileprivate func doctors(_ change: (inout DoctorQuery) -> Void) async throws -> [DoctorID] {
        var query = DoctorQuery()
        query.ordering = [Ordering(.id)]
        change(&query)
        return try await reads.doctors.list(query).map(\.id)
    }
}
