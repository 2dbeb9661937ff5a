import Application
import Domain
import GRDB

/// How an account lies in a row.
enum SQLiteAccountRow {
    /// What is read, in the order in which `account(from:)` reads it.
    static let columns =
        "id, username, is_active, must_change_password, created_at, updated_at, role, doctor_id, patient_id, language, "
        + "last_sign_in_at, "
        + profileColumns.joined(separator: ", ")

    private static let profileColumns = [
        "email", "first_name", "last_name", "phone_number", "address", "date_of_birth",
    ]

    /// What is written of an account, new or changed, in the order of `values`.
    static let writtenColumns =
        profileColumns + [
            "email_key", "search_text", "role", "doctor_id", "patient_id", "is_active", "must_change_password",
        ]

    static func values(of account: NewAccount) -> SQLiteValues {
        values(of: account.profile, account.username) + [
            account.role.rawValue, account.doctor?.number, account.patient?.number, account.isActive,
            account.mustChangePassword,
        ]
    }

    static func values(of account: Account) -> SQLiteValues {
        values(of: account.profile, account.username) + [
            account.role.rawValue, account.doctor?.number, account.patient?.number, account.isActive,
            account.mustChangePassword,
        ]
    }

    private static func values(of profile: Profile, _ username: Username) -> SQLiteValues {
        [
            profile.email.text, profile.firstName?.text ?? "", profile.lastName?.text ?? "",
            profile.phoneNumber?.text ?? "", profile.address?.text ?? "", profile.dateOfBirth?.date.description,
            profile.email.key, profile.searchText(under: username),
        ]
    }

    /// The columns of an account, then its hash and whether it has a second factor.
    static let credentialColumns = columns + ", password_hash, otp_confirmed_at IS NOT NULL"

    static func credentials(from row: inout SQLiteRowReader) throws -> Credentials {
        let account = try account(from: &row)
        return Credentials(
            account: account, passwordHash: PasswordHash(phc: try row.string()), hasSecondFactor: try row.bool())
    }

    static func account(from row: inout SQLiteRowReader) throws -> Account {
        let id: AccountID = try row.id()
        let username: Username = try row.text()
        let isActive = try row.bool()
        let mustChangePassword = try row.bool()
        let createdAt = try row.instant()
        let updatedAt = try row.instant()
        let role: Role = try row.code()
        let doctor: DoctorID? = row.optionalID()
        let patient: PatientID? = row.optionalID()
        // One that only a newer program knows is none here.
        let language = try row.optionalString().flatMap { Language(rawValue: $0) }
        let lastSignIn = try row.optionalInstant()
        let profile = Profile(
            email: try row.text(), firstName: try row.optionalText(), lastName: try row.optionalText(),
            phoneNumber: try row.optionalText(), address: try row.optionalText(),
            dateOfBirth: try row.optionalBirthDate())
        return Account(
            id: id, username: username, profile: profile, role: role, doctor: doctor, patient: patient,
            isActive: isActive, mustChangePassword: mustChangePassword, language: language, lastSignIn: lastSignIn,
            createdAt: createdAt, updatedAt: updatedAt)
    }
}
