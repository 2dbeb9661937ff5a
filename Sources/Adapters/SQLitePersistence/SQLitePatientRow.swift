import Application
import Domain
import GRDB

/// How a patient lies in a row.
enum SQLitePatientRow {
    /// What is read, in the order in which `patient(from:)` reads it.
    static let columns = "id, created_by, created_at, updated_at, " + detailColumns.joined(separator: ", ")

    /// What people enter, in the order of `values(of:)`, without the text to search in.
    private static let detailColumns = [
        "first_name", "last_name", "date_of_birth", "gender", "blood_group", "phone_number", "email", "address",
        "emergency_contact_name", "emergency_contact_phone", "medical_history", "allergies", "current_medications",
        "insurance_provider", "insurance_number", "date_of_birth_is_estimated", "claims_email",
    ]

    /// What is written when people enter something, in the order of `values(of:)`.
    static let writtenColumns = detailColumns + ["search_text"]

    static func values(of details: PatientDetails) -> SQLiteValues {
        [
            details.firstName.text, details.lastName.text, details.dateOfBirth.date.description,
            details.gender.rawValue, details.bloodGroup?.rawValue ?? "", details.phoneNumber?.text ?? "",
            details.email?.text ?? "", details.address?.text ?? "", details.emergencyContact.name?.text ?? "",
            details.emergencyContact.phone?.text ?? "", details.clinicalText.medicalHistory?.text ?? "",
            details.clinicalText.allergies?.text ?? "", details.clinicalText.currentMedications?.text ?? "",
            details.insurance.provider?.text ?? "", details.insurance.number?.text ?? "",
            details.dateOfBirthIsEstimated, details.claimsEmail, details.searchText,
        ]
    }

    static func patient(from row: inout SQLiteRowReader) throws -> Patient {
        let id: PatientID = try row.id()
        let createdBy: AccountID = try row.id()
        let createdAt = try row.instant()
        let updatedAt = try row.instant()
        return Patient(
            id: id, details: try details(from: &row), createdBy: createdBy, createdAt: createdAt, updatedAt: updatedAt)
    }

    private static func details(from row: inout SQLiteRowReader) throws -> PatientDetails {
        let firstName: PersonName = try row.text()
        let lastName: PersonName = try row.text()
        let dateOfBirth = try row.birthDate()
        let gender: Gender = try row.code()
        let bloodGroup: BloodGroup? = try row.optionalCode()
        var details = PatientDetails(
            firstName: firstName, lastName: lastName, dateOfBirth: dateOfBirth, gender: gender,
            phoneNumber: try row.optionalText())
        details.bloodGroup = bloodGroup
        details.email = try row.optionalText()
        details.address = try row.optionalText()
        details.emergencyContact.name = try row.optionalText()
        details.emergencyContact.phone = try row.optionalText()
        details.clinicalText.medicalHistory = try row.optionalText()
        details.clinicalText.allergies = try row.optionalText()
        details.clinicalText.currentMedications = try row.optionalText()
        details.insurance.provider = try row.optionalText()
        details.insurance.number = try row.optionalText()
        details.dateOfBirthIsEstimated = try row.bool()
        details.claimsEmail = try row.bool()
        return details
    }
}
