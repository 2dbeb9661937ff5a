package import Domain

/// The members of accounts and sign-ins that can be written.
package enum AccountFields {
    package static let username = TextField<Username>(
        field: .username, isRequired: true, help: "Letters, digits and @/./+/-/_; unique in any case.")
    package static let email = TextField<EmailAddress>(
        field: .email, isRequired: true, help: "E-mail address; unique in any case.")
    package static let password = PasswordField(field: .password, isRequired: true, help: "At least 8 characters.")
    static let repeatedPassword = PasswordField(
        field: .repeatedPassword, isRequired: false, help: "The password once more; compared when sent.")
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
    static let signIn: [any FieldDeclaration] = [
        signInName, password,
    ]

    /// What a profile consists of.
    static let profile: [any FieldDeclaration] = [
        email, firstName, lastName, phoneNumber, address, dateOfBirth,
    ]
}
