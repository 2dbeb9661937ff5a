import Application
import Domain
import HTTPTypes

/// `/api/auth/`
struct AccountEndpoints: Sendable {
    let accounts: AccountUseCases

    func register(_ exchange: Exchange) async throws(Failure) -> Answer {
        var form = try exchange.form()
        let sent = form.registrationForm()
        let signedIn: SignedIn
        if let (key, fingerprint) = try exchange.retryKey() {
            signedIn = try await accounts.register.once(key, fingerprint: fingerprint, sent, from: exchange.origin)
        } else {
            signedIn = try await accounts.register(sent, from: exchange.origin)
        }
        return .json(.created) { $0.registered(signedIn) }
    }

    func signIn(_ exchange: Exchange) async throws(Failure) -> Answer {
        var form = try exchange.form()
        let sent = try form.credentials()
        let signedIn = try await accounts.signIn(
            username: sent.username, password: sent.password, proof: sent.proof, from: exchange.origin)
        return .json { $0.signedIn(signedIn) }
    }

    func refreshTokens(_ exchange: Exchange) async throws(Failure) -> Answer {
        var form = try exchange.form()
        let tokens = try await accounts.refreshTokens(
            refreshToken: try form.refreshToken(), from: exchange.origin)
        return .json { $0.tokens(tokens) }
    }

    func signOut(_ exchange: Exchange) async throws(Failure) -> Answer {
        var form = try exchange.form()
        try await accounts.signOut(refreshToken: try form.refreshToken(), from: exchange.origin)
        return .noContent
    }

    func changePassword(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        var form = try exchange.form()
        let (old, new) = try form.passwordChange()
        try await accounts.changePassword(from: old, to: new, by: caller)
        return .noContent
    }

    func findProfile(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        let account = try await accounts.findProfile(of: caller)
        return try exchange.answer(EntityTag(version: account.updatedAt)) { $0.profile(account) }
    }

    func changeProfile(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        let sent = exchange.changeForm()
        let account = try await accounts.changeProfile(
            by: caller, expecting: exchange.expectedVersion
        ) { present throws(Failure) in
            var form = try sent.get()
            return form.profileForm(over: present)
        }
        return .record(EntityTag(version: account.updatedAt)) { $0.profile(account) }
    }
}
