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
        guard policy.permits(.manageAccounts, by: caller) else {
            throw try await storage.refused(.notAllowed, to: caller, at: now)
        }
        var check = check
        check.requireSameOrder(query)
        try check.finish()
        let accounts = storage.reads.accounts
        let count = query.page.isCounted ? try await accounts.count(query) : nil
        let page = ListPage(try await accounts.list(query.forOneRowMore), for: query, count: count)
        try await storage.noteList(.accountListed, showing: page.rows.compactMap(\.patient), by: caller, at: now)
        return page
    }
}
