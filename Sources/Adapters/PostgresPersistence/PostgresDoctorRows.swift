import Application
import Domain
import PostgresClient

/// Doctors as rows: the columns and their order, once for reading and once for writing.
enum DoctorRows {
    /// What is read, in this order, of the table called `t`.
    static let columns = """
        t.id, t.first_name, t.last_name, t.specialization, t.license_number, t.phone_number, t.email, t.gender,
        t.address, t.date_of_birth, t.years_of_experience, t.education, t.certifications, t.languages_spoken,
        t.consultation_fee, t.is_available, t.max_appointments_per_day, t.created_at, t.updated_at
        """

    static let outline = OutlineColumns(
        patient: nil, longTexts: ["t.address", "t.education", "t.certifications"])

    /// The same of a table called `d`.
    static let columnsOfD = columns.replacing("t.", with: "d.")
    static let outlineOfD = outline.bytes.replacing("t.", with: "d.")

    /// What is written of the details, in the order of `values`.
    static let written = """
        first_name, last_name, specialization, license_number, phone_number, email, gender,
        address, date_of_birth, years_of_experience, education, certifications, languages_spoken,
        consultation_fee, is_available, max_appointments_per_day, search_text
        """

    static func doctor(_ row: inout ColumnCursor) throws(PostgresError) -> Doctor {
        let id: DoctorID = try row.id()
        let details = try details(&row)
        return Doctor(id: id, details: details, createdAt: try row.instant(), updatedAt: try row.instant())
    }

    private static func details(_ row: inout ColumnCursor) throws(PostgresError) -> DoctorDetails {
        var details = DoctorDetails(
            firstName: try row.text(), lastName: try row.text(), specialization: try row.text(),
            licenseNumber: try row.blankableText(), phoneNumber: try row.blankableText(), email: try row.text(),
            gender: try row.code())
        details.address = try row.blankableText()
        details.dateOfBirth = try row.optionalBirthDate()
        details.yearsOfExperience = try row.number()
        details.education = try row.blankableText()
        details.certifications = try row.blankableText()
        details.languagesSpoken = try row.blankableText()
        details.consultationFee = try row.optionalMoney()
        details.isAvailable = try row.bool()
        details.maximumAppointmentsPerDay = try row.optionalNumber()
        return details
    }

    static func values(_ details: DoctorDetails) -> [PostgresValue] {
        [
            .text(details.firstName), .text(details.lastName), .text(details.specialization),
            .blankable(details.licenseNumber), .blankable(details.phoneNumber), .text(details.email),
            .code(details.gender),
            .blankable(details.address), .day(details.dateOfBirth), .number(details.yearsOfExperience),
            .blankable(details.education), .blankable(details.certifications), .blankable(details.languagesSpoken),
            .money(details.consultationFee), .bool(details.isAvailable), .number(details.maximumAppointmentsPerDay),
            .text(details.searchText),
        ]
    }
}
