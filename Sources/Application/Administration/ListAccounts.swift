public import Domain

/// Lists all accounts, disabled ones too.
public struct ListAccounts: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Parameter check: what was wrong with the request's parameters so far.
    /// - Throws: `.notAllowed` for who manages no accounts; `.invalid`, also for a position in another order.
    public func callAsFunction(
        _ query: AccountQuery, check: FieldCheck = FieldCheck(), for caller: Caller
    ) async throws(Failure) -> ListPage<Account, AccountSortKey> {
        let now = clock.now()
        let count = try await prepare(query, check, for: caller, at: now)
        let page = ListPage(try await storage.reads.accounts.list(query.forOneRowMore), for: query, count: count)
        try await storage.noteList(.accountListed, showing: page.rows.compactMap(\.patient), by: caller, at: now)
        return page
    }

    /// The same, in parts where it may be large. It is noted of all patients whose accounts they are, before the first is
    /// read.
    ///
    /// - Throws: likewise.
    public func inParts(
        _ query: AccountQuery, check: FieldCheck = FieldCheck(), for caller: Caller
    ) async throws(Failure) -> ListReading<Account, AccountSortKey> {
        guard query.mayBeLarge else { return ListReading(try await self(query, check: check, for: caller), reader) }
        let now = clock.now()
        let count = try await prepare(query, check, for: caller, at: now)
        let outline = try await storage.reads.accounts.outline(query.forOneRowMore)
        let page = ListPage(outline: outline, for: query, count: count)
        try await storage.noteList(.accountListed, showing: page.rows.compactMap(\.patient), by: caller, at: now)
        return try await ListReading(outline: page, reader)
    }

    private var reader: RowReader<Account> {
        let accounts = storage.reads.accounts
        return RowReader(number: { $0.id.number }, patient: { $0.patient }, bytes: { $0.longBytes }) {
            numbers throws(Failure) in
            try await accounts.find(Set(numbers.compactMap { AccountID($0) }))
        }
    }

    /// How many accounts there are, if that was asked.
    private func prepare(
        _ query: AccountQuery, _ check: FieldCheck, for caller: Caller, at now: Instant
    ) async throws(Failure) -> Int? {
        guard policy.permits(.manageAccounts, by: caller) else {
            throw try await storage.refused(.notAllowed, to: caller, at: now)
        }
        var check = check
        check.requireSameOrder(query)
        try check.finish()
        return query.page.isCounted ? try await storage.reads.accounts.count(query) : nil
    }
}
