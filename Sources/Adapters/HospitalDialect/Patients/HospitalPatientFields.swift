import Domain

/// The members of a patient that can be written.
enum HospitalPatientFields {
    static let firstName = ShortTextField<PersonName>(
        field: .firstName, maximum: PersonName.shortLength, help: "Given name.")
    static let lastName = ShortTextField<PersonName>(
        field: .lastName, maximum: PersonName.shortLength, help: "Family name.")
    static let age = AgeField(help: "Age in whole years, 0 to 120.")
    static let gender = CodeField<Gender>(field: .gender, choices: [.male, .female], help: "M or F.")
    static let email = ShortTextField<EmailAddress>(
        field: .email, maximum: 128, help: "E-mail address; unique among patients who claim theirs.")
}
