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

    /// The same with the user names of those who did something.
    public func withUsernames(
        _ query: AuditQuery, check: FieldCheck = FieldCheck(), for caller: Caller
    ) async throws(Failure) -> ListPage<NamedAuditEntry, AuditSortKey> {
        let page = try await callAsFunction(query, check: check, for: caller)
        let names = try await storage.reads.accounts.usernames(in: page.rows)
        return ListPage(
            page.rows.map { kept in NamedAuditEntry(kept, by: kept.entry.account.flatMap { names[$0] }) }, on: page)
    }
}

/// An entry of the audit trail for people.
public struct NamedAuditEntry: Equatable, Sendable {
    public let kept: KeptAuditEntry
    /// The user name of the account that did it; `nil` when nobody is known.
    public let username: Username?

    init(_ kept: KeptAuditEntry, by username: Username?) {
        self.kept = kept
        self.username = username
    }
}
