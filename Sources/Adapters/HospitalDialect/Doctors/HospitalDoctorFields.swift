import Domain

/// The members of a doctor that can be written.
enum HospitalDoctorFields {
    static let firstName = ShortTextField<PersonName>(
        field: .firstName, maximum: PersonName.shortLength, help: "Given name.")
    static let lastName = ShortTextField<PersonName>(
        field: .lastName, maximum: PersonName.shortLength, help: "Family name.")
    static let department = CodeField<Department>(
        field: .specialization, choices: Department.allCases,
        help: "CARD, DERM, NEUR, ORTH, PED or GEN, which also stands for any other specialization.")
    static let email = ShortTextField<EmailAddress>(
        field: .email, maximum: 128, help: "E-mail address; unique among doctors, as written.")
    static let gender = CodeField<Gender>(field: .gender, choices: [.male, .female], help: "M or F.")

    /// How many appointments a day a new doctor takes.
    static let dailyCap = DailyCap(stored: 10)
}
