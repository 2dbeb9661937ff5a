public import Domain

/// Lists what is noted in the audit trail.
public struct ListAuditTrail: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// Reading it is noted, too.
    /// - Parameter check: what was wrong with the request's parameters so far.
    /// - Throws: `.notAllowed` for who may not read it; `.invalid`, also for a position in another order.
    public func callAsFunction(
        _ query: AuditQuery, check: FieldCheck = FieldCheck(), for caller: Caller
    ) async throws(Failure) -> ListPage<KeptAuditEntry, AuditSortKey> {
        let now = clock.now()
        guard policy.permits(.readAuditTrail, by: caller) else {
            throw try await storage.refused(.notAllowed, to: caller, at: now)
        }
        var check = check
        check.requireSameOrder(query)
        try check.finish()
        let trail = storage.reads.audit
        let count = query.page.isCounted ? try await trail.count(query) : nil
        let page = ListPage(try await trail.list(query.forOneRowMore), for: query, count: count)
        let patients = query.patient.map { [$0] } ?? []
        try await storage.noteList(.trailListed, showing: patients, on: query.subject, by: caller, at: now)
        return page
    }
}
