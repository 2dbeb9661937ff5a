public import Domain

/// Lists doctors; everybody who is signed in may.
public struct ListDoctors: Sendable {
    let storage: any Storage
    let clock: any WallClock

    /// - Parameter check: what was wrong with the request's parameters.
    /// - Throws: `.invalid`, also for a position in another order.
    public func callAsFunction(
        _ query: DoctorQuery, check: FieldCheck = FieldCheck(), for caller: Caller
    ) async throws(Failure) -> ListPage<Doctor, DoctorSortKey> {
        var check = check
        check.requireSameOrder(query)
        try check.finish()
        let doctors = storage.reads.doctors
        let count = query.page.isCounted ? try await doctors.count(query) : nil
        let page = ListPage(try await doctors.list(query.forOneRowMore), for: query, count: count)
        try await storage.noteList(.doctorListed, showing: [], by: caller, at: clock.now())
        return page
    }
}
