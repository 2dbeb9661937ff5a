public import Domain

/// Keeps in which language the caller wants to be addressed. It is no part of what others see and change of an account,
/// whose version stays the same.
public struct ChooseLanguage: Sendable {
    let storage: any Storage
    let clock: any WallClock

    /// - Parameter language: `nil` for none in particular.
    /// - Throws: `.notFound(.account)` when the account is gone.
    public func callAsFunction(_ language: Language?, by caller: Caller) async throws(Failure) {
        let now = clock.now()
        _ = try await storage.transaction { stores throws(Failure) in
            guard let account = try await stores.accounts.findForChange(caller.account) else {
                throw .notFound(.account)
            }
            guard account.language != language else { return false }
            try await stores.accounts.keep(language, of: account.id)
            try await stores.note(.accountChanged, of: account, by: caller, at: now, changed: [.language])
            return true
        }
    }
}
