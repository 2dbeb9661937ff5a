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
        let count = try await prepare(query, check, for: caller, at: now)
        let page = ListPage(try await storage.reads.audit.list(query.forOneRowMore), for: query, count: count)
        try await note(query, by: caller, at: now)
        return page
    }

    /// The same, in parts where it may be large: an event may name a thousand patients.
    ///
    /// - Throws: likewise.
    public func inParts(
        _ query: AuditQuery, check: FieldCheck = FieldCheck(), for caller: Caller
    ) async throws(Failure) -> ListReading<KeptAuditEntry, AuditSortKey> {
        let reader = storage.reads.audit.reader
        guard query.mayBeLarge else { return ListReading(try await self(query, check: check, for: caller), reader) }
        let now = clock.now()
        let count = try await prepare(query, check, for: caller, at: now)
        let outline = try await storage.reads.audit.outline(query.forOneRowMore)
        try await note(query, by: caller, at: now)
        return try await ListReading(outline: ListPage(outline: outline, for: query, count: count), reader)
    }

    /// How many events there are, if that was asked.
    private func prepare(
        _ query: AuditQuery, _ check: FieldCheck, for caller: Caller, at now: Instant
    ) async throws(Failure) -> Int? {
        guard policy.permits(.readAuditTrail, by: caller) else {
            throw try await storage.refused(.notAllowed, to: caller, at: now)
        }
        var check = check
        check.requireSameOrder(query)
        try check.finish()
        return query.page.isCounted ? try await storage.reads.audit.count(query) : nil
    }

    private func note(_ query: AuditQuery, by caller: Caller, at now: Instant) async throws(Failure) {
        let patients = query.patient.map { [$0] } ?? []
        try await storage.noteList(.trailListed, showing: patients, on: query.subject, by: caller, at: now)
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

extension AuditReader {
    /// How entries are read, which are never changed.
    var reader: RowReader<KeptAuditEntry> {
        RowReader(number: { $0.id.number }, patient: { _ in nil }, bytes: { $0.longBytes }) {
            numbers throws(Failure) in
            try await find(Set(numbers.compactMap { AuditEventID($0) }))
        }
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
