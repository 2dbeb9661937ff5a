import Application
import Domain
import PostgresClient

/// Patients as rows: the columns and their order, once for reading and once for writing.
enum PatientRows {
    /// What is read, in this order.
    static let columns = """
        t.id, t.first_name, t.last_name, t.date_of_birth, t.gender, t.blood_group, t.phone_number, t.email, t.address,
        t.emergency_contact_name, t.emergency_contact_phone, t.medical_history, t.allergies, t.current_medications,
        t.insurance_provider, t.insurance_number, t.date_of_birth_is_estimated, t.claims_email, t.created_by, t.created_at, t.updated_at
        """

    static let outline = OutlineColumns(
        patient: "t.id", longTexts: ["t.address", "t.medical_history", "t.allergies", "t.current_medications"])

    /// What is written of the details, in the order of `values`.
    static let written = """
        first_name, last_name, date_of_birth, gender, phone_number, blood_group, email, address,
        emergency_contact_name, emergency_contact_phone, medical_history, allergies, current_medications,
        insurance_provider, insurance_number, date_of_birth_is_estimated, claims_email, search_text
        """

    static func patient(_ row: inout ColumnCursor) throws(PostgresError) -> Patient {
        let id: PatientID = try row.id()
        let details = try details(&row)
        return Patient(
            id: id, details: details, createdBy: try row.id(), createdAt: try row.instant(),
            updatedAt: try row.instant())
    }

    private static func details(_ row: inout ColumnCursor) throws(PostgresError) -> PatientDetails {
        // Arguments are read from left to right, as the columns lie.
        var details = PatientDetails(
            firstName: try row.text(), lastName: try row.text(), dateOfBirth: try row.birthDate(),
            gender: try row.code(), bloodGroup: try row.blankableCode(), phoneNumber: try row.blankableText(),
            email: try row.blankableText(), address: try row.blankableText(),
            emergencyContact: .init(name: try row.blankableText(), phone: try row.blankableText()),
            clinicalText: .init(
                medicalHistory: try row.blankableText(), allergies: try row.blankableText(),
                currentMedications: try row.blankableText()),
            insurance: .init(provider: try row.blankableText(), number: try row.blankableText()))
        details.dateOfBirthIsEstimated = try row.bool()
        details.claimsEmail = try row.bool()
        return details
    }

    static func values(_ details: PatientDetails) -> [PostgresValue] {
        [
            .text(details.firstName), .text(details.lastName), .day(details.dateOfBirth), .code(details.gender),
            .blankable(details.phoneNumber), .text(details.bloodGroup?.rawValue ?? ""), .blankable(details.email),
            .blankable(details.address), .blankable(details.emergencyContact.name),
            .blankable(details.emergencyContact.phone), .blankable(details.clinicalText.medicalHistory),
            .blankable(details.clinicalText.allergies), .blankable(details.clinicalText.currentMedications),
            .blankable(details.insurance.provider), .blankable(details.insurance.number),
            .bool(details.dateOfBirthIsEstimated), .bool(details.claimsEmail), .text(details.searchText),
        ]
    }
}
