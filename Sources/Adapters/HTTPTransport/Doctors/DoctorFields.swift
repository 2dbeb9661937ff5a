import Domain

/// The members of a doctor that can be written.
package enum DoctorFields {
    static let firstName = TextField<PersonName>(field: .firstName, isRequired: true, help: "Given name.")
    static let lastName = TextField<PersonName>(field: .lastName, isRequired: true, help: "Family name.")
    static let specialization = TextField<Specialization>(
        field: .specialization, isRequired: true, help: "What the doctor is trained in.")
    static let licenseNumber = TextField<LicenseNumber>(
        field: .licenseNumber, isRequired: true, help: "The licence's number; unique among doctors.")
    static let phoneNumber = TextField<PhoneNumber>(field: .phoneNumber, isRequired: true, help: "Telephone number.")
    static let email = TextField<EmailAddress>(
        field: .email, isRequired: true, help: "E-mail address; unique among doctors, as written.")
    static let address = TextField<FreeText>(field: .address, help: "Postal address.")
    static let gender = ChoiceField<Gender>(field: .gender, isRequired: true, help: "M, F or O for other.")
    static let dateOfBirth = BirthDateField(help: "Day of birth, from 1900 to today (UTC).")
    static let yearsOfExperience = NumberField<YearsOfExperience>(
        field: .yearsOfExperience, standard: .init(stored: 0), help: "Years of practice.")
    static let education = TextField<FreeText>(field: .education, help: "Degrees and schools.")
    static let certifications = TextField<FreeText>(field: .certifications, help: "Board certifications.")
    static let languagesSpoken = TextField<SpokenLanguages>(field: .languagesSpoken, help: "Languages spoken.")
    static let consultationFee = MoneyField(field: .consultationFee, help: "The price of a consultation.")
    static let isAvailable = BooleanField(
        field: .isAvailable, standard: true, help: "Whether new appointments are taken.")
    static let maximumAppointmentsPerDay = NumberField<DailyCap>(
        field: .maximumAppointmentsPerDay, allowsNull: true,
        help: "How many appointments may start on one UTC date; null for no cap.")

    /// All of them, in the order in which they are answered.
    package static let all: [any FieldDeclaration] = [
        firstName, lastName, specialization, licenseNumber, phoneNumber, email, address, gender, dateOfBirth,
        yearsOfExperience, education, certifications, languagesSpoken, consultationFee, isAvailable,
        maximumAppointmentsPerDay,
    ]
}
