import Application
import Domain
import HTTPTransport
import HTTPTypes

/// `/hospital/api/auth/`
struct HospitalAccountEndpoints: Sendable {
    let accounts: AccountUseCases

    func register(_ exchange: Exchange) async throws(Failure) -> Answer {
        var form = try exchange.form()
        let account = try await accounts.register(form.hospitalRegistration()).account
        return .json(.created) { Shape.hospitalAccount.write(account, to: &$0) }
    }

    func signIn(_ exchange: Exchange) async throws(Failure) -> Answer {
        var form = try exchange.form()
        let (username, password) = try form.credentials()
        let tokens = try await accounts.signIn(username: username, password: password).tokens
        return .json { Shape.hospitalTokens.write(tokens, to: &$0) }
    }
}
