extension PasswordRules {
    /// What a new password of an account is compared with.
    public static func attributes(of account: Account) -> [(PasswordAttribute, String)] {
        attributes(
            username: account.username, firstName: account.profile.firstName, lastName: account.profile.lastName,
            email: account.profile.email)
    }

    /// The same for what is known of an account that is still to be made.
    public static func attributes(
        username: Username?, firstName: AccountHolderName?, lastName: AccountHolderName?, email: EmailAddress?
    ) -> [(PasswordAttribute, String)] {
        let known: [(PasswordAttribute, String?)] = [
            (.username, username?.text), (.firstName, firstName?.text), (.lastName, lastName?.text),
            (.email, email?.text),
        ]
        return known.compactMap { attribute, text in text.map { (attribute, $0) } }
    }
}
