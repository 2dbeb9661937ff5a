import Application
import Domain
import GRDB

/// Accounts in SQLite.
struct SQLiteAccountStore: AccountStore {
    let access: any SQLiteAccess

    func find(_ id: AccountID) async throws(Failure) -> Account? {
        try await access.run { db in
            try db.first(SQLiteAccountStore.selection, [id.number], SQLiteAccountRow.account)
        }
    }

    func find(_ ids: Set<AccountID>) async throws(Failure) -> [Account] {
        try await access.runLong { db in
            try db.all(SQLiteAccountStore.selectionOfMany, [ids.jsonArray()], SQLiteAccountRow.account)
        }
    }

    func credentials(of username: String) async throws(Failure) -> Credentials? {
        // SQLite would look for what stands before the NUL.
        guard !username.utf8.contains(0) else { return nil }
        return try await access.run { db in
            try db.first(
                SQLiteAccountStore.credentials, [Username.key(of: username), username], SQLiteAccountRow.credentials)
        }
    }

    func credentials(of id: AccountID) async throws(Failure) -> Credentials? {
        try await access.run { db in
            try db.first(SQLiteAccountStore.credentialsByNumber, [id.number], SQLiteAccountRow.credentials)
        }
    }

    func taken(
        username: Username?, email: EmailAddress?, except: AccountID?
    ) async throws(Failure) -> [Conflict] {
        try await access.run { db in
            let values: SQLiteValues = [username?.key, except?.number, email?.key, except?.number]
            let answer = try db.first(SQLiteAccountStore.takenValues, values) { row in
                (username: try row.bool(), email: try row.bool())
            }
            return (answer?.username == true ? [.usernameTaken] : [])
                + (answer?.email == true ? [.accountEmailTaken] : [])
        }
    }

    func linked(
        to doctor: DoctorID?, or patient: PatientID?, except: AccountID?
    ) async throws(Failure) -> [Conflict] {
        try await access.run { db in
            let values: SQLiteValues = [doctor?.number, except?.number, patient?.number, except?.number]
            let answer = try db.first(SQLiteAccountStore.linkedRecords, values) { row in
                (doctor: try row.bool(), patient: try row.bool())
            }
            return (answer?.doctor == true ? [.doctorHasAccount] : [])
                + (answer?.patient == true ? [.patientHasAccount] : [])
        }
    }

    func list(_ query: AccountQuery) async throws(Failure) -> [Account] {
        let few = access.fewRows
        return try await access.runLong { db in
            try SQLiteAccountStore.listing(query)
                .rows(SQLiteAccountRow.columns, in: db, few: few, SQLiteAccountRow.account)
        }
    }

    func outline(_ query: AccountQuery) async throws(Failure) -> [ListEntry] {
        let few = access.fewRows
        return try await access.runLong { db in
            try SQLiteAccountStore.listing(query)
                .outline(in: db, few: few, patient: "patient_id", longTexts: ["address"])
        }
    }

    func count(_ query: AccountQuery) async throws(Failure) -> Int {
        let few = access.fewRows
        return try await access.runLong { db in try SQLiteAccountStore.listing(query).count(in: db, few: few) }
    }

    /// There is one transaction at a time, so what is counted stays so.
    func countOtherAdministrators(than id: AccountID) async throws(Failure) -> Int {
        try await access.run { db in
            try db.first(SQLiteAccountStore.otherAdministrators, [id.number]) { Int(try $0.integer()) } ?? 0
        }
    }

    /// There is one transaction at a time, so whatever is found is held.
    func findForChange(_ id: AccountID) async throws(Failure) -> Account? {
        try await find(id)
    }

    func credentialsForChange(_ id: AccountID) async throws(Failure) -> Credentials? {
        try await credentials(of: id)
    }

    func insert(_ account: NewAccount, at now: Instant) async throws(Failure) -> Account {
        try await access.run { db in
            let values: SQLiteValues = [
                account.username.text, account.username.key, account.passwordHash.phc, now.microseconds,
                now.microseconds,
            ]
            try db.write(SQLiteAccountStore.insertion, SQLiteAccountRow.values(of: account) + values)
            return Account(id: try db.newID(), account, at: now)
        }
    }

    func update(_ account: Account) async throws(Failure) {
        try await access.run { db in
            let values: SQLiteValues = [account.updatedAt.microseconds, account.id.number]
            let changed = try db.write(SQLiteAccountStore.change, SQLiteAccountRow.values(of: account) + values)
            guard changed == 1 else { throw Failure.notFound(.account) }
        }
    }

    func keep(_ hash: PasswordHash, of id: AccountID) async throws(Failure) {
        try await access.run { db in
            let changed = try db.write(SQLiteAccountStore.rehashing, [hash.phc, id.number])
            guard changed == 1 else { throw Failure.notFound(.account) }
        }
    }

    func keep(_ language: Language?, of id: AccountID) async throws(Failure) {
        try await access.run { db in
            let changed = try db.write(SQLiteAccountStore.choosingLanguage, [language?.rawValue, id.number])
            guard changed == 1 else { throw Failure.notFound(.account) }
        }
    }
}

extension SQLiteAccountStore {
    private static let selection = "SELECT \(SQLiteAccountRow.columns) FROM accounts WHERE id = ?"

    private static let selectionOfMany =
        "SELECT \(SQLiteAccountRow.columns) FROM accounts WHERE id IN (SELECT value FROM json_each(?))"

    /// The key finds the row by its index; the name itself decides, because the case counts.
    private static let credentials = """
        SELECT \(SQLiteAccountRow.credentialColumns)
        FROM accounts
        WHERE username_key = ? AND username = ?
        """

    private static let credentialsByNumber =
        "SELECT \(SQLiteAccountRow.credentialColumns) FROM accounts WHERE id = ?"

    private static let rehashing = "UPDATE accounts SET password_hash = ? WHERE id = ?"

    private static let choosingLanguage = "UPDATE accounts SET language = ? WHERE id = ?"

    private static let takenValues = """
        SELECT
            EXISTS (SELECT 1 FROM accounts WHERE username_key = ? AND id IS NOT ?),
            EXISTS (SELECT 1 FROM accounts WHERE email_key = ? AND id IS NOT ?)
        """

    private static let insertion = Database.insertion(
        into: "accounts",
        SQLiteAccountRow.writtenColumns + ["username", "username_key", "password_hash", "created_at", "updated_at"])

    private static let change = """
        UPDATE accounts
        SET \((SQLiteAccountRow.writtenColumns + ["updated_at"])
            .map { "\($0) = ?" }.joined(separator: ", "))
        WHERE id = ?
        """

    private static let linkedRecords = """
        SELECT
            EXISTS (SELECT 1 FROM accounts WHERE doctor_id = ? AND id IS NOT ?),
            EXISTS (SELECT 1 FROM accounts WHERE patient_id = ? AND id IS NOT ?)
        """

    private static let otherAdministrators =
        "SELECT count(*) FROM accounts WHERE role = 'admin' AND is_active = 1 AND id <> ?"

    private static func listing(_ query: AccountQuery) -> SQLiteListing<AccountQuery> {
        var listing = SQLiteListing("accounts", query, marksDeleted: false, column)
        listing.require(query.role.map { SQLiteCondition("accounts.role = ?", $0.rawValue) })
        listing.require(query.isActive.map { SQLiteCondition("accounts.is_active = ?", $0) })
        listing.search(query.search.map { SearchText.folded($0) })
        return listing
    }

    private static func column(_ key: AccountSortKey) -> String {
        switch key {
        case .id: "id"
        case .username: "username"
        case .createdAt: "created_at"
        case .updatedAt: "updated_at"
        }
    }
}
