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
        guard policy.permits(.readDoctors, by: caller) else {
            throw try await storage.refused(.notAllowed, to: caller, at: now)
        }
        var check = check
        check.requireSameOrder(query)
        try check.finish()
        let doctors = storage.reads.doctors
        let count = query.page.isCounted ? try await doctors.count(query) : nil
        let page = ListPage(try await doctors.list(query.forOneRowMore), for: query, count: count)
        try await storage.noteList(.doctorListed, showing: [], by: caller, at: now)
        return page
    }
}
