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
        guard query.mayBeLarge else { return ListReading(try await self(query, check: check, for: caller), reader) }
        let now = clock.now()
        let count = try await prepare(query, check, for: caller, at: now)
        let outline = try await storage.reads.doctors.outline(query.forOneRowMore)
        let page = ListPage(outline: outline, for: query, count: count)
        try await storage.noteList(.doctorListed, showing: [], by: caller, at: now)
        return try await ListReading(outline: page, reader)
    }

    private var reader: RowReader<Doctor> {
        let doctors = storage.reads.doctors
        return RowReader(number: { $0.id.number }, patient: { _ in nil }, bytes: { $0.longBytes }) {
            numbers throws(Failure) in
            try await doctors.find(Set(numbers.compactMap { DoctorID($0) }))
        }
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
