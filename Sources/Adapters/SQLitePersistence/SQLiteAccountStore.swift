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
                account.username.text, account.username.key, account.passwordHash.phc, account.role.rawValue, true,
                now.microseconds, now.microseconds,
            ]
            try db.write(SQLiteAccountStore.insertion, SQLiteAccountRow.values(of: account.profile) + values)
            return Account(
                id: try db.newID(), username: account.username, profile: account.profile, role: account.role,
                createdAt: now, updatedAt: now)
        }
    }

    func update(_ account: Account) async throws(Failure) {
        try await access.run { db in
            let values: SQLiteValues = [
                account.role.rawValue, account.isActive, account.mustChangePassword, account.updatedAt.microseconds,
                account.id.number,
            ]
            let changed = try db.write(
                SQLiteAccountStore.change, SQLiteAccountRow.values(of: account.profile) + values)
            guard changed == 1 else { throw Failure.notFound(.account) }
        }
    }

    func keep(_ hash: PasswordHash, of id: AccountID) async throws(Failure) {
        try await access.run { db in
            let changed = try db.write(SQLiteAccountStore.rehashing, [hash.phc, id.number])
            guard changed == 1 else { throw Failure.notFound(.account) }
        }
    }
}

extension SQLiteAccountStore {
    private static let selection = "SELECT \(SQLiteAccountRow.columns) FROM accounts WHERE id = ?"

    /// The key finds the row by its index; the name itself decides, because the case counts.
    private static let credentials = """
        SELECT \(SQLiteAccountRow.credentialColumns)
        FROM accounts
        WHERE username_key = ? AND username = ?
        """

    private static let credentialsByNumber =
        "SELECT \(SQLiteAccountRow.credentialColumns) FROM accounts WHERE id = ?"

    private static let rehashing = "UPDATE accounts SET password_hash = ? WHERE id = ?"

    private static let takenValues = """
        SELECT
            EXISTS (SELECT 1 FROM accounts WHERE username_key = ? AND id IS NOT ?),
            EXISTS (SELECT 1 FROM accounts WHERE email_key = ? AND id IS NOT ?)
        """

    private static let insertion = Database.insertion(
        into: "accounts",
        SQLiteAccountRow.writtenProfileColumns + [
            "username", "username_key", "password_hash", "role", "is_active", "created_at", "updated_at",
        ])

    private static let change = """
        UPDATE accounts
        SET \((SQLiteAccountRow.writtenProfileColumns + ["role", "is_active", "must_change_password", "updated_at"])
            .map { "\($0) = ?" }.joined(separator: ", "))
        WHERE id = ?
        """
}
