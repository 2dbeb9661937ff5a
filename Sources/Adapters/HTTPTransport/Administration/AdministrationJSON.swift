package import Domain

extension Shape<Account> {
    /// An account as administrators see it; never a password or its hash.
    package static let account = Shape(
        "Account",
        [
            .identifier("id", "The account's number.") { $0.id.number },
            .init(AccountFields.username) { $0.username },
            .init(AccountFields.email) { $0.profile.email },
            .init(AccountFields.firstName) { $0.profile.firstName },
            .init(AccountFields.lastName) { $0.profile.lastName },
            .init(AccountFields.phoneNumber) { $0.profile.phoneNumber },
            .init(AccountFields.address) { $0.profile.address },
            .init(AccountFields.dateOfBirth) { $0.profile.dateOfBirth },
            .init(AdministrationFields.role) { $0.role },
            .init(AdministrationFields.doctor) { $0.doctor },
            .init(AdministrationFields.patient) { $0.patient },
            .init(AdministrationFields.isActive) { $0.isActive },
            .init(AdministrationFields.mustChangePassword) { $0.mustChangePassword },
            .optionalTime("last_sign_in_at", "When the newest session began; null when there was none.") {
                $0.lastSignIn
            },
            .time("created_at", "When the account was made.") { $0.createdAt },
            .time("updated_at", "When the account was last changed.") { $0.updatedAt },
        ])
}

extension JSONWriter {
    mutating func account(_ account: Account) { Shape.account.write(account, to: &self) }
}
