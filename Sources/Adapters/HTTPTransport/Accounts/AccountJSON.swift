import Application
package import Domain

extension Shape<Account> {
    /// What accounts have in every answer.
    private static let names = Shape(
        "AccountNames",
        [
            .init(AccountFields.username) { $0.username },
            .init(AccountFields.email) { $0.profile.email },
            .init(AccountFields.firstName) { $0.profile.firstName },
            .init(AccountFields.lastName) { $0.profile.lastName },
        ])

    /// The caller's own account.
    package static let profile = Shape(
        "Profile",
        [
            .identifier("id", "The account's number.") { $0.id.number },
            .members(of: names) { $0 },
            .init(AccountFields.phoneNumber) { $0.profile.phoneNumber },
            .init(AccountFields.address) { $0.profile.address },
            .init(AccountFields.dateOfBirth) { $0.profile.dateOfBirth },
        ])

    fileprivate static func names<Other>(_ account: @escaping @Sendable (Other) -> Account) -> Shape<Other>.Part {
        .members(of: names, account)
    }
}

extension Shape<TokenPair> {
    private static let refresh = Part.text("refresh", "Gets new tokens, once the access token has expired.") {
        $0.refresh
    }
    private static let access = Part.text("access", "What `Authorization: Bearer …` takes.") { $0.access }

    /// New tokens, the access token first.
    static let tokens = Shape("Tokens", [access, refresh])

    /// New tokens among other members.
    fileprivate static let members = Shape("TokenMembers", [refresh, access])
}

extension Shape<SignedIn> {
    /// A new account with its first tokens.
    static let registered = Shape(
        "RegisteredAccount",
        [
            .identifier("id", "The account's number.") { $0.account.id.number },
            Shape<Account>.names { $0.account },
            .members(of: .members) { $0.tokens },
        ])

    /// The tokens of a sign-in, and whose they are.
    static let signedIn = Shape(
        "SignedIn", [.members(of: .members) { $0.tokens }, Shape<Account>.names { $0.account }])
}

extension JSONWriter {
    mutating func registered(_ signedIn: SignedIn) { Shape.registered.write(signedIn, to: &self) }

    mutating func signedIn(_ signedIn: SignedIn) { Shape.signedIn.write(signedIn, to: &self) }

    mutating func tokens(_ tokens: TokenPair) { Shape.tokens.write(tokens, to: &self) }

    mutating func profile(_ account: Account) { Shape.profile.write(account, to: &self) }
}
