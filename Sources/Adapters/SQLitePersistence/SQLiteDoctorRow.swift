import Application
import Domain
import GRDB

/// How a doctor lies in a row.
enum SQLiteDoctorRow {
    /// What is read, in the order in which `doctor(from:)` reads it. With the table's name, for joins.
    static let columns =
        (["id", "created_at", "updated_at"] + detailColumns).map { "doctors.\($0)" }.joined(separator: ", ")

    /// What people enter, in the order of `values(of:)`, without the text to search in.
    private static let detailColumns = [
        "first_name", "last_name", "specialization", "license_number", "phone_number", "email", "gender", "address",
        "date_of_birth", "years_of_experience", "education", "certifications", "languages_spoken", "consultation_fee",
        "is_available", "max_appointments_per_day",
    ]

    /// What is written when people enter something, in the order of `values(of:)`.
    static let writtenColumns = detailColumns + ["search_text"]

    static func values(of details: DoctorDetails) -> SQLiteValues {
        [
            details.firstName.text, details.lastName.text, details.specialization.text,
            details.licenseNumber?.text ?? "", details.phoneNumber?.text ?? "", details.email.text,
            details.gender.rawValue, details.address?.text ?? "",
            details.dateOfBirth?.date.description, details.yearsOfExperience.number, details.education?.text ?? "",
            details.certifications?.text ?? "", details.languagesSpoken?.text ?? "",
            details.consultationFee?.minorUnits, details.isAvailable, details.maximumAppointmentsPerDay?.number,
            details.searchText,
        ]
    }

    static func doctor(from row: inout SQLiteRowReader) throws -> Doctor {
        let id: DoctorID = try row.id()
        let createdAt = try row.instant()
        let updatedAt = try row.instant()
        return Doctor(id: id, details: try details(from: &row), createdAt: createdAt, updatedAt: updatedAt)
    }

    private static func details(from row: inout SQLiteRowReader) throws -> DoctorDetails {
        var details = DoctorDetails(
            firstName: try row.text(), lastName: try row.text(), specialization: try row.text(),
            licenseNumber: try row.optionalText(), phoneNumber: try row.optionalText(), email: try row.text(),
            gender: try row.code())
        details.address = try row.optionalText()
        details.dateOfBirth = try row.optionalBirthDate()
        details.yearsOfExperience = try row.number()
        details.education = try row.optionalText()
        details.certifications = try row.optionalText()
        details.languagesSpoken = try row.optionalText()
        details.consultationFee = try row.optionalMoney()
        details.isAvailable = try row.bool()
        details.maximumAppointmentsPerDay = row.optionalNumber()
        return details
    }
}
