import Application
import Domain
import HTTPTransport

extension Shape<Account> {
    /// A new account.
    static let hospitalAccount = Shape(
        "HospitalAccount",
        [
            .identifier("id", "The account's number.") { $0.id.number },
            .text("username", "The user name.") { $0.username.text },
            .text("email", "E-mail address.") { $0.profile.email.text },
        ])
}

extension Shape<TokenPair> {
    /// The tokens of a sign-in.
    static let hospitalTokens = Shape(
        "HospitalTokens",
        [
            .text("refresh", "Gets new tokens at `/api/auth/token/refresh/`.") { $0.refresh },
            .text("access", "What `Authorization: Bearer …` takes.") { $0.access },
        ])
}
