public import Domain

/// Lists doctors.
public struct ListDoctors: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Parameter check: what was wrong with the request's parameters.
    /// - Throws: `.notAllowed` for who may not see all; `.invalid`, also for a position in another order.
    public func callAsFunction(
        _ query: DoctorQuery, check: FieldCheck = FieldCheck(), for caller: Caller
    ) async throws(Failure) -> ListPage<Doctor, DoctorSortKey> {
        let now = clock.now()
        let count = try await prepare(query, check, for: caller, at: now)
        let page = ListPage(try await storage.reads.doctors.list(query.forOneRowMore), for: query, count: count)
        try await storage.noteList(.doctorListed, showing: [], by: caller, at: now)
        return page
    }

    /// The same, in parts where it may be large.
    ///
    /// - Throws: likewise.
    public func inParts(
        _ query: DoctorQuery, check: FieldCheck = FieldCheck(), for caller: Caller
    ) async throws(Failure) -> ListReading<Doctor, DoctorSortKey> {
        guard query.mayBeLarge else { return .whole(try await self(query, check: check, for: caller)) }
        let now = clock.now()
        let count = try await prepare(query, check, for: caller, at: now)
        let doctors = storage.reads.doctors
        let page = ListPage(outline: try await doctors.outline(query.forOneRowMore), for: query, count: count)
        try await storage.noteList(.doctorListed, showing: [], by: caller, at: now)
        let parts = ListParts<Doctor, DoctorSortKey>(page, number: { $0.id.number }, patient: { _ in nil }) {
            numbers throws(Failure) in
            try await doctors.find(Set(numbers.compactMap { DoctorID($0) }))
        }
        return try await ListReading(parts)
    }

    /// How many doctors there are, if that was asked.
    private func prepare(
        _ query: DoctorQuery, _ check: FieldCheck, for caller: Caller, at now: Instant
    ) async throws(Failure) -> Int? {
        guard policy.permits(.readDoctors, by: caller) else {
            throw try await storage.refused(.notAllowed, to: caller, at: now)
        }
        var check = check
        check.requireSameOrder(query)
        try check.finish()
        return query.page.isCounted ? try await storage.reads.doctors.count(query) : nil
    }
}
