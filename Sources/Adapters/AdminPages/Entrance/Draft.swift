import Application
import Domain
import HTTPTransport

/// A form that somebody sent whose session had ended: it travels, sealed, in the form for signing in, and comes back
/// when the same account has signed in.
struct Draft: Equatable, Sendable {
    /// Where the form was sent.
    let address: Address
    let form: [FormPair]

    /// Secrets, which are typed again, and what belongs to the session that ended.
    private static let left: Set = [
        "password", "password2", "old_password", "new_password", "otp", "csrf", "idle_address",
    ]

    init(address: Address, form: [FormPair]) {
        self.address = address
        self.form = form.filter { !Draft.left.contains($0.name) }
    }

    func sealed(by seal: any DraftSeal, of account: AccountID) -> String {
        let text = Address.encoded([FormPair("address", address.text)] + form)
        return seal.seal(Array(text.utf8), of: account)
    }

    /// - Returns: `nil` for what was not sealed for this account.
    init?(_ sealed: String, openedBy seal: any DraftSeal, of account: AccountID) {
        guard let bytes = seal.open(sealed, of: account), let pairs = [FormPair](urlEncoded: bytes),
            let first = pairs.first, let address = Address(next: first.text)
        else { return nil }
        self.init(address: address, form: Array(pairs.dropFirst()))
    }
}
