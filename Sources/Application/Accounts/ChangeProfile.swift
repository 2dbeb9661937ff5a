public import Domain

/// Changes the caller's own profile.
public struct ChangeProfile: Sendable {
    let storage: any Storage
    let clock: any WallClock

    /// - Parameters:
    ///   - expected: which versions of the account the request means.
    ///   - form: reads the request over the present profile; may run more than once.
    /// - Throws: `.outdated` before `form` runs; `.invalid` with everything that is wrong; `.conflict(.accountEmailTaken)` when somebody was faster.
    public func callAsFunction(
        by caller: Caller, expecting expected: ExpectedVersion = .any,
        _ form: @escaping @Sendable (Profile) throws(Failure) -> ProfileForm
    ) async throws(Failure) -> Account {
        let now = clock.now()
        return try await storage.transaction { stores throws(Failure) in
            guard var account = try await stores.accounts.findForChange(caller.account) else {
                throw .notFound(.account)
            }
            try expected.expect(account.updatedAt)
            let previous = account.profile
            account.profile = try await form(account.profile).accepted(by: stores.accounts, except: account.id)
            account.updatedAt = now.following(account.updatedAt)
            try await stores.accounts.update(account)
            let fields = account.profile.fields(changedFrom: previous)
            try await stores.note(.accountChanged, of: account, by: caller, at: now, changed: fields)
            return account
        }
    }
}
