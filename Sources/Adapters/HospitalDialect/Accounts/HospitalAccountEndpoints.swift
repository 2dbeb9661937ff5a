import Application
import Domain
import HTTPTransport
import HTTPTypes

/// `/hospital/api/auth/`
struct HospitalAccountEndpoints: Sendable {
    let accounts: AccountUseCases

    func register(_ exchange: Exchange) async throws(Failure) -> Answer {
        var form = try exchange.form()
        let sent = form.hospitalRegistration()
        let account: Account
        if let (key, fingerprint) = try exchange.retryKey() {
            account = try await accounts.register.once(key, fingerprint: fingerprint, sent, from: exchange.origin)
                .account
        } else {
            account = try await accounts.register(sent, from: exchange.origin).account
        }
        return .json(.created) { Shape.hospitalAccount.write(account, to: &$0) }
    }

    func signIn(_ exchange: Exchange) async throws(Failure) -> Answer {
        var form = try exchange.form()
        let sent = try form.credentials()
        let tokens = try await accounts.signIn(
            username: sent.username, password: sent.password, proof: sent.proof, from: exchange.origin
        ).tokens
        return .json { Shape.hospitalTokens.write(tokens, to: &$0) }
    }
}
