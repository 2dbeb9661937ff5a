import Domain

/// The members of a patient that can be written.
package enum PatientFields {
    static let firstName = TextField<PersonName>(field: .firstName, isRequired: true, help: "Given name.")
    static let lastName = TextField<PersonName>(field: .lastName, isRequired: true, help: "Family name.")
    static let dateOfBirth = BirthDateField(isRequired: true, help: "Day of birth, from 1900 to today (UTC).")
    static let gender = ChoiceField<Gender>(field: .gender, isRequired: true, help: "M, F or O for other.")
    static let bloodGroup = ChoiceField<BloodGroup>(
        field: .bloodGroup, allowsBlank: true, help: "ABO group and Rhesus factor, such as AB+.")
    static let phoneNumber = TextField<PhoneNumber>(field: .phoneNumber, isRequired: true, help: "Telephone number.")
    static let email = TextField<EmailAddress>(field: .email, help: "E-mail address.")
    static let address = TextField<FreeText>(field: .address, help: "Postal address.")
    static let emergencyContactName = TextField<PersonName>(
        field: .emergencyContactName, help: "Whom to call in an emergency.")
    static let emergencyContactPhone = TextField<PhoneNumber>(
        field: .emergencyContactPhone, help: "The number to call in an emergency.")
    static let medicalHistory = TextField<FreeText>(field: .medicalHistory, help: "Past conditions and treatments.")
    static let allergies = TextField<FreeText>(field: .allergies, help: "Known allergies.")
    static let currentMedications = TextField<FreeText>(
        field: .currentMedications, help: "Medicines taken at present.")
    static let insuranceProvider = TextField<InsuranceProvider>(
        field: .insuranceProvider, help: "The company that insures the patient.")
    static let insuranceNumber = TextField<InsuranceNumber>(
        field: .insuranceNumber, help: "The patient's number with the insurance company.")

    /// All of them, in the order in which they are answered.
    package static let all: [any FieldDeclaration] = [
        firstName, lastName, dateOfBirth, gender, bloodGroup, phoneNumber, email, address, emergencyContactName,
        emergencyContactPhone, medicalHistory, allergies, currentMedications, insuranceProvider, insuranceNumber,
    ]
}
