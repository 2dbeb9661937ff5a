import Application
import Domain
import Testing

@Suite("Pages of a list")
struct PagingContractTests {
    /// Every key both ways, and keys that are mixed.
    static let orderings: [[Ordering<PatientSortKey>]] =
        [[]] + PatientSortKey.allCases.flatMap { [[Ordering($0)], [Ordering($0, descending: true)]] } + [
            [Ordering(.lastName), Ordering(.firstName, descending: true)],
            [Ordering(.lastName, descending: true), Ordering(.firstName), Ordering(.id, descending: true)],
            [Ordering(.dateOfBirth, descending: true), Ordering(.lastName, descending: true), Ordering(.id)],
        ]

    @Test("have every record once, forwards and backwards, in whatever order", arguments: Backend.listing)
    func everything(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            try await clinic.registerTwins()

            for ordering in PagingContractTests.orderings {
                let browsing = clinic.browsing(ordering)
                let whole = try await browsing.rows(100, from: nil)
                let forwards = try await browsing.forwards(by: 3)
                let last = try #require(whole.last)
                let backwards = try await browsing.backwards(by: 3, from: last)

                #expect(whole.count == 16)
                #expect(forwards.flatMap(\.self) == whole, "\(ordering)")
                #expect(backwards.reversed().flatMap(\.self) == whole.dropLast(), "\(ordering)")
            }
        }
    }

    @Test("within a scope or a search have every record once", arguments: Backend.listing)
    func narrowed(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            try await clinic.registerTwins()
            _ = try await clinic.register(.ann.named("Anna", "Adams"), by: clinic.otherNurse)
            let scope = Scope.related([.madeIt, .isItsPatient], Caller(clinic.nurse))

            for ordering in PagingContractTests.orderings {
                let browsing = clinic.browsing(ordering, in: scope) { ($0.search, $0.gender) = (["ann"], .female) }
                let whole = try await browsing.rows(100, from: nil)
                let pages = try await browsing.forwards(by: 3)

                #expect(whole.count == 8)
                #expect(pages.flatMap(\.self) == whole, "\(ordering)")
            }
        }
    }

    @Test("keep their place while records come and go around it", arguments: Backend.listing)
    func changes(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            try await clinic.registerTwins()
            let browsing = clinic.browsing([Ordering(.lastName), Ordering(.firstName, descending: true)])
            let whole = try await browsing.rows(100, from: nil)
            let first = Array(whole.prefix(4))
            let atEnd = ListPosition(.after, first[3], in: browsing.query.order)

            // The record at the place itself goes, one comes before it and one behind.
            try await clinic.delete(first[3].id)
            let before = try await clinic.register(.ann.named("Zoë", "Aaron"))
            let behind = try await clinic.register(.ann.named("Zoë", "Öz"))
            let rest = try await browsing.rows(100, from: atEnd)
            let back = try await browsing.rows(
                100, from: ListPosition(.before, try #require(rest.first), in: browsing.query.order))

            #expect(rest == whole.dropFirst(4) + [behind])
            #expect(back == [before] + first.dropLast())
        }
    }

    @Test("of doctors, mappings and appointments have every record once, too", arguments: Backend.listing)
    func others(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            try await clinic.fillDiaries()
            let reads = clinic.reads

            try await expectEverything(DoctorQuery(), count: 4) { query throws(Failure) in
                try await reads.doctors.list(query)
            }
            try await expectEverything(AssignmentQuery(), count: 8) { query throws(Failure) in
                try await reads.assignments.list(query, in: .everything)
            }
            try await expectEverything(AppointmentQuery(), count: 8) { query throws(Failure) in
                try await reads.appointments.list(query, in: .everything)
            }
            let scope = Scope.related([.registeredItsPatient, .madeIt], Caller(clinic.nurse))
            try await expectEverything(AppointmentQuery(), count: 8) { query throws(Failure) in
                try await reads.appointments.list(query, in: scope)
            }
            try await expectEverything(AssignmentQuery(), count: 8) { query throws(Failure) in
                try await reads.assignments.listWithDoctors(query, in: scope).map(\.assignment)
            }
        }
    }

    @Test("do not change how many records there are", arguments: Backend.listing)
    func count(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            try await clinic.registerTwins()
            try await clinic.fillDiaries()
            let nurses = Scope.related([.registeredItsPatient, .madeIt], Caller(clinic.nurse))
            var women = PatientQuery()
            (women.gender, women.page.size, women.search) = (.female, 1, ["ann"])
            var active = AssignmentQuery()
            active.isActive = true
            var surgeons = DoctorQuery()
            surgeons.specialization = "Surgery"

            #expect(try await clinic.reads.patients.count(PatientQuery(), in: .everything) == 20)
            #expect(try await clinic.reads.patients.count(women, in: nurses) == 8)
            #expect(try await clinic.reads.patients.count(women, in: .nothing) == 0)
            #expect(try await clinic.reads.assignments.count(active, in: nurses) == 4)
            #expect(try await clinic.reads.appointments.count(AppointmentQuery(), in: nurses) == 8)
            #expect(try await clinic.reads.doctors.count(surgeons) == 2)
        }
    }

    /// In every single order both ways.
    private func expectEverything<Query: ListQuery>(
        _ query: Query, count: Int, location: SourceLocation = #_sourceLocation,
        _ list: @escaping @Sendable (Query) async throws(Failure) -> [Query.Key.Record]
    ) async throws where Query.Key.Record: Equatable {
        for key in Query.Key.allCases {
            for descending in [false, true] {
                var query = query
                query.ordering = [Ordering(key, descending: descending)]
                let browsing = Browsing(query: query, list: list)
                let whole = try await browsing.rows(100, from: nil)
                let last = try #require(whole.last)
                let forwards = try await browsing.forwards(by: 3)
                let backwards = try await browsing.backwards(by: 3, from: last)

                #expect(whole.count == count, sourceLocation: location)
                #expect(forwards.flatMap(\.self) == whole, "\(key)", sourceLocation: location)
                #expect(backwards.reversed().flatMap(\.self) == whole.dropLast(), "\(key)", sourceLocation: location)
            }
        }
    }
}

extension Clinic {
    /// Sixteen patients, of whom in each key some are equal.
    func registerTwins() async throws {
        let names = [("Ann", "Adams"), ("ann", "Ärmel"), ("Bo", "adams"), ("Zoë", "Adams")]
        for number in 0..<16 {
            let (first, last) = names[number % 4]
            let details = PatientDetails.ann.named(first, last).with {
                $0.gender = number % 4 < 2 ? .female : .male
                $0.dateOfBirth = BirthDate(stored: CalendarDate(year: 1990, month: 1, day: 1 + number % 3)!)
            }
            _ = try await register(details, at: .monday(8 + Int64(number % 5)))
        }
    }

    /// Four doctors, each with two patients.
    func fillDiaries() async throws {
        var patients: [Patient] = []
        for name in ["Cy", "Di", "Ed", "Flo"] { patients.append(try await register(.bo.named(name, "Long"))) }
        for number in 0..<4 {
            let details = number % 2 == 0 ? DoctorDetails.drHouse : .drGrey
            let doctor = try await hire(
                details.named("Dr", "No", license: "N-\(number)"), at: .monday(Int64(number % 3)))
            for index in 0..<2 {
                let patient = patients[(number + index) % 4]
                _ = try await assign(
                    patient, to: doctor, index == 0 ? .active : .completed, at: .monday(Int64(number % 3)))
                _ = try await book(
                    patient, with: doctor, .monday(Int64(9 + 2 * index + number % 2)),
                    index == 0 ? .cancelled : .scheduled,
                    at: .monday(Int64(number % 2)))
            }
        }
    }

    fileprivate func browsing(
        _ ordering: [Ordering<PatientSortKey>], in scope: Scope = .everything,
        _ change: (inout PatientQuery) -> Void = { _ in }
    ) -> Browsing<PatientQuery> {
        var query = PatientQuery()
        query.ordering = ordering
        change(&query)
        let patients = reads.patients
        return Browsing(query: query) { query throws(Failure) in try await patients.list(query, in: scope) }
    }
}
