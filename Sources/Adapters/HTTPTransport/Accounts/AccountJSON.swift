import Application
import Domain

extension JSONWriter {
    /// A new account with its first tokens.
    mutating func registered(_ signedIn: SignedIn) {
        beginObject()
        member("id", signedIn.account.id.number)
        names(of: signedIn.account)
        members(of: signedIn.tokens)
        endObject()
    }

    /// The tokens of a sign-in, and whose they are.
    mutating func signedIn(_ signedIn: SignedIn) {
        beginObject()
        members(of: signedIn.tokens)
        names(of: signedIn.account)
        endObject()
    }

    /// New tokens, the access token first.
    mutating func tokens(_ tokens: TokenPair) {
        beginObject()
        member("access", tokens.access)
        member("refresh", tokens.refresh)
        endObject()
    }

    /// The caller's own account.
    mutating func profile(_ account: Account) {
        beginObject()
        member("id", account.id.number)
        names(of: account)
        member("phone_number", account.profile.phoneNumber?.text ?? "")
        member("address", account.profile.address?.text ?? "")
        member("date_of_birth", account.profile.dateOfBirth?.date)
        endObject()
    }

    private mutating func names(of account: Account) {
        member("username", account.username.text)
        member("email", account.profile.email.text)
        member("first_name", account.profile.firstName?.text ?? "")
        member("last_name", account.profile.lastName?.text ?? "")
    }

    private mutating func members(of tokens: TokenPair) {
        member("refresh", tokens.refresh)
        member("access", tokens.access)
    }
}
