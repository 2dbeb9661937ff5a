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
        // Arguments are read from left to right, as the columns lie.
        var details = PatientDetails(
            firstName: try row.text(), lastName: try row.text(), dateOfBirth: try row.birthDate(),
            gender: try row.code(), bloodGroup: try row.optionalCode(), phoneNumber: try row.optionalText(),
            email: try row.optionalText(), address: try row.optionalText(),
            emergencyContact: .init(name: try row.optionalText(), phone: try row.optionalText()),
            clinicalText: .init(
                medicalHistory: try row.optionalText(), allergies: try row.optionalText(),
                currentMedications: try row.optionalText()),
            insurance: .init(provider: try row.optionalText(), number: try row.optionalText()))
        details.dateOfBirthIsEstimated = try row.bool()
        details.claimsEmail = try row.bool()
        return details
    }
}
