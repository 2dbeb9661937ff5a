import Domain

/// The members of accounts and sign-ins that can be written.
enum AccountFields {
    static let username = TextField<Username>(
        field: .username, isRequired: true, help: "Letters, digits and @/./+/-/_; unique in any case.")
    static let email = TextField<EmailAddress>(
        field: .email, isRequired: true, help: "E-mail address; unique in any case.")
    static let password = PasswordField(field: .password, isRequired: true, help: "At least 8 characters.")
    static let repeatedPassword = PasswordField(
        field: .repeatedPassword, isRequired: false, help: "The password once more; compared when sent.")
    static let firstName = TextField<AccountHolderName>(field: .firstName, help: "Given name.")
    static let lastName = TextField<AccountHolderName>(field: .lastName, help: "Family name.")
    static let phoneNumber = TextField<PhoneNumber>(field: .phoneNumber, help: "Telephone number.")
    static let address = TextField<FreeText>(field: .address, help: "Postal address.")
    static let dateOfBirth = BirthDateField(help: "Day of birth, from 1900 to today (UTC).")
    static let signInName = PlainTextField(
        field: .username, help: "The user name, in the case in which it was registered.")
    static let refreshToken = PlainTextField(field: .refreshToken, help: "A refresh token.")
}

/// A password. The rules for new ones are the use case's.
struct PasswordField: FieldDeclaration {
    let field: Field
    let isRequired: Bool
    let help: String
    var allowsNull: Bool { false }
    var allowsBlank: Bool { false }

    func read(_ value: JSONValue, today: CalendarDate) throws(FieldError.Reason) -> Password? {
        try Password(try value.text())
    }
}

/// Text that is looked up rather than kept, so that only its presence is checked.
struct PlainTextField: FieldDeclaration {
    let field: Field
    let help: String
    var isRequired: Bool { true }
    var allowsNull: Bool { false }
    var allowsBlank: Bool { false }

    func read(_ value: JSONValue, today: CalendarDate) throws(FieldError.Reason) -> String? {
        let text = try value.text().trimmed
        guard !text.isEmpty else { throw .blank }
        guard !text.utf8.contains(0) else { throw .nullCharacters }
        return text
    }
}
