import Application
import Domain
import Testing

@Suite("A list of mappings")
struct AssignmentListContractTests {
    @Test("is the newest first, ties by number, the higher first", arguments: Backend.listing)
    func standardOrder(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (first, second, third) = try await clinic.threeMappings()

            let list = try await clinic.reads.assignments.list(AssignmentQuery(), in: .everything)

            #expect(list == [third, first, second])
        }
    }

    @Test("can be sorted by every key, both ways, ties by number ascending", arguments: Backend.listing)
    func sortKeys(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (first, second, third) = try await clinic.threeMappings()
            let (one, two, three) = (first.id, second.id, third.id)
            let expected: [AssignmentSortKey: (up: [AssignmentID], down: [AssignmentID])] = [
                .id: ([one, two, three], [three, two, one]),
                .status: ([one, three, two], [two, one, three]),
                .assignedAt: ([two, one, three], [one, three, two]),
                .updatedAt: ([two, one, three], [one, three, two]),
            ]

            for key in AssignmentSortKey.allCases {
                let order = try #require(expected[key])
                try await clinic.expect(order.up) { $0.ordering = [Ordering(key)] }
                try await clinic.expect(order.down) { $0.ordering = [Ordering(key, descending: true)] }
            }
        }
    }

    @Test("can be narrowed by each condition alone and by all together", arguments: Backend.listing)
    func filters(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (first, second, third) = try await clinic.threeMappings()
            let (patient, doctor) = (first.details.patient, first.details.doctor)

            try await clinic.expect([first.id, second.id]) { $0.patient = patient }
            try await clinic.expect([first.id, third.id]) { $0.doctor = doctor }
            try await clinic.expect([second.id]) { $0.status = .completed }
            try await clinic.expect([]) { $0.status = .inactive }
            try await clinic.expect([first.id, third.id]) { $0.isActive = true }
            try await clinic.expect([second.id]) { $0.isActive = false }
            let together = try await clinic.mappings {
                ($0.patient, $0.doctor, $0.status, $0.isActive) = (patient, doctor, .active, true)
            }
            #expect(together == [first.id])
            try await clinic.expect([]) { ($0.status, $0.isActive) = (.completed, true) }
            try await clinic.expect([first.id, second.id]) { $0.page.size = 2 }
        }
    }
}

extension Clinic {
    /// Ann with House (active, 10:00), Ann with Grey (completed, 9:00), Bo with House (active, 10:00).
    fileprivate func threeMappings() async throws -> (Assignment, Assignment, Assignment) {
        let (ann, bo) = (try await register(.ann), try await register(.bo))
        let (house, grey) = (try await hire(.drHouse), try await hire(.drGrey))
        let first = try await assign(ann, to: house, at: .monday(10))
        let second = try await assign(ann, to: grey, .completed, at: .monday(9))
        return (first, second, try await assign(bo, to: house, at: .monday(10)))
    }

    /// Expects exactly these to be listed.
    fileprivate func expect(
        _ expected: [AssignmentID], sourceLocation: SourceLocation = #_sourceLocation,
        _ change: (inout AssignmentQuery) -> Void
    ) async throws {
        let listed = try await mappings(change)
        #expect(listed == expected, sourceLocation: sourceLocation)
    }

    /// The numbers of those listed, by number unless the query says otherwise.
    fileprivate func mappings(_ change: (inout AssignmentQuery) -> Void) async throws -> [AssignmentID] {
        var query = AssignmentQuery()
        query.ordering = [Ordering(.id)]
        change(&query)
        return try await reads.assignments.list(query, in: .everything).map(\.id)
    }
}
