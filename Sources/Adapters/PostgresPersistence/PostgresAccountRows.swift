import Application
import Domain
import PostgresClient

/// Accounts as rows: the columns and their order, once for reading and once for writing.
enum AccountRows {
    /// What is read, in this order.
    static let columns = """
        t.id, t.username, t.email, t.first_name, t.last_name, t.phone_number, t.address, t.date_of_birth, t.role,
        t.doctor_id, t.patient_id, t.is_active, t.must_change_password, t.language, t.last_sign_in_at, t.created_at,
        t.updated_at
        """

    static let outline = OutlineColumns(patient: "t.patient_id", longTexts: ["t.address"])

    /// What is written of an account, new or changed, in the order of `values`.
    static let written = """
        email, email_key, first_name, last_name, phone_number, address, date_of_birth, search_text,
        role, doctor_id, patient_id, is_active, must_change_password
        """

    static func account(_ row: inout ColumnCursor) throws(PostgresError) -> Account {
        let id: AccountID = try row.id()
        let username: Username = try row.text()
        let profile = Profile(
            email: try row.text(), firstName: try row.blankableText(), lastName: try row.blankableText(),
            phoneNumber: try row.blankableText(), address: try row.blankableText(),
            dateOfBirth: try row.optionalBirthDate())
        return Account(
            id: id, username: username, profile: profile, role: try row.code(), doctor: try row.optionalID(),
            patient: try row.optionalID(), isActive: try row.bool(), mustChangePassword: try row.bool(),
            // One that only a newer program knows is none here.
            language: try row.optionalString().flatMap { Language(rawValue: $0) },
            lastSignIn: try row.optionalInstant(), createdAt: try row.instant(), updatedAt: try row.instant())
    }

    /// The columns of an account, then its hash and whether it has a second factor.
    static let credentialColumns = columns + ", t.password_hash, t.otp_confirmed_at IS NOT NULL"

    static func credentials(_ row: inout ColumnCursor) throws(PostgresError) -> Credentials {
        let account = try account(&row)
        return Credentials(
            account: account, passwordHash: PasswordHash(phc: try row.string()),
            hasSecondFactor: try row.bool())
    }

    static func values(_ account: NewAccount) -> [PostgresValue] {
        values(account.profile, account.username) + [
            .code(account.role), PostgresValue(account.doctor?.number), PostgresValue(account.patient?.number),
            .bool(account.isActive), .bool(account.mustChangePassword),
        ]
    }

    static func values(_ account: Account) -> [PostgresValue] {
        values(account.profile, account.username) + [
            .code(account.role), PostgresValue(account.doctor?.number), PostgresValue(account.patient?.number),
            .bool(account.isActive), .bool(account.mustChangePassword),
        ]
    }

    private static func values(_ profile: Profile, _ username: Username) -> [PostgresValue] {
        [
            .text(profile.email), .text(profile.email.key), .blankable(profile.firstName),
            .blankable(profile.lastName), .blankable(profile.phoneNumber), .blankable(profile.address),
            .day(profile.dateOfBirth), .text(profile.searchText(under: username)),
        ]
    }
}
