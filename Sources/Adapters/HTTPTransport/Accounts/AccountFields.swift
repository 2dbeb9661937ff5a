package import Domain

/// The members of accounts and sign-ins that can be written.
package enum AccountFields {
    package static let username = TextField<Username>(
        field: .username, isRequired: true, help: "Letters, digits and @/./+/-/_; unique in any case.")
    package static let email = TextField<EmailAddress>(
        field: .email, isRequired: true, help: "E-mail address; unique in any case.")
    package static let password = PasswordField(
        field: .password, isRequired: true, help: "At least 8 characters, or as many as the server asks for.")
    static let repeatedPassword = PasswordField(
        field: .repeatedPassword, isRequired: false, help: "The password once more; compared when sent.")
    static let oldPassword = PasswordField(field: .oldPassword, isRequired: true, help: "The present password.")
    static let newPassword = PasswordField(
        field: .newPassword, isRequired: true, help: "The next password; the rules are those of a registration.")
    /// On the pages alone, where nobody sees what is typed.
    package static let newPasswordAgain = PasswordField(
        field: .repeatedPassword, isRequired: true, help: "The new password once more.")
    package static let presentPassword = PasswordField(
        field: .password, isRequired: true, help: "The account's password, once more.")
    package static let oneTimeCode = OneTimeCodeField(
        isRequired: true, help: "The six digits that the authenticator shows, or a recovery code.")
    package static let signInCode = OneTimeCodeField(
        isRequired: false,
        help: "Only where the account asks for it: the six digits that the authenticator shows, or a recovery code.")
    static let firstName = TextField<AccountHolderName>(field: .firstName, help: "Given name.")
    static let lastName = TextField<AccountHolderName>(field: .lastName, help: "Family name.")
    static let phoneNumber = TextField<PhoneNumber>(field: .phoneNumber, help: "Telephone number.")
    static let address = TextField<FreeText>(field: .address, help: "Postal address.")
    static let dateOfBirth = BirthDateField(help: "Day of birth, from 1900 to today (UTC).")
    package static let signInName = PlainTextField(
        field: .username, help: "The user name, in the case in which it was registered.")
    static let refreshToken = PlainTextField(field: .refreshToken, help: "A refresh token.")

    /// What a registration may say.
    static let registration: [any FieldDeclaration] = [
        username, email, password, repeatedPassword, firstName, lastName,
    ]

    /// What signs in.
    package static let signIn: [any FieldDeclaration] = [signInName, password, signInCode]

    /// What changes a password.
    package static let passwordChange: [any FieldDeclaration] = [oldPassword, newPassword]

    /// What a profile consists of.
    package static let profile: [any FieldDeclaration] = [
        email, firstName, lastName, phoneNumber, address, dateOfBirth,
    ]
}
