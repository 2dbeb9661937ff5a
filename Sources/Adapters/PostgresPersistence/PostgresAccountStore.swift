import Application
import Domain
import PostgresClient

/// Accounts in PostgreSQL.
struct PostgresAccountStore<Runner: StatementRunner> {
    let runner: Runner
}

extension PostgresAccountStore: AccountReader {
    func find(_ id: AccountID) async throws(Failure) -> Account? {
        try await runner.first(AccountStatements.find, [.id(id)], AccountRows.account)
    }

    func credentials(of username: String) async throws(Failure) -> Credentials? {
        guard !username.isNeverStored else { return nil }
        let values: [PostgresValue] = [.text(Username.key(of: username)), .text(username)]
        return try await runner.first(AccountStatements.credentials, values, AccountRows.credentials)
    }

    func credentials(of id: AccountID) async throws(Failure) -> Credentials? {
        try await runner.first(AccountStatements.credentialsByNumber, [.id(id)], AccountRows.credentials)
    }

    func taken(
        username: Username?, email: EmailAddress?, except: AccountID?
    ) async throws(Failure) -> [Conflict] {
        let values: [PostgresValue] = [
            PostgresValue(username?.key), PostgresValue(email?.key), PostgresValue(except?.number),
        ]
        let taken = try await runner.first(AccountStatements.taken, values) { row throws(PostgresError) in
            [try row.bool() ? Conflict.usernameTaken : nil, try row.bool() ? Conflict.accountEmailTaken : nil]
        }
        return (taken ?? []).compactMap(\.self)
    }
}

extension PostgresAccountStore: AccountStore where Runner == PostgresTransaction {
    func findForChange(_ id: AccountID) async throws(Failure) -> Account? {
        try await runner.first(AccountStatements.findForChange, [.id(id)], AccountRows.account)
    }

    func credentialsForChange(_ id: AccountID) async throws(Failure) -> Credentials? {
        try await runner.first(AccountStatements.credentialsForChange, [.id(id)], AccountRows.credentials)
    }

    func insert(_ account: NewAccount, at now: Instant) async throws(Failure) -> Account {
        let values =
            AccountRows.values(account.profile) + [
                .code(account.role), .bool(true), .instant(now), .text(account.username), .text(account.username.key),
                .text(account.passwordHash.phc),
            ]
        let id: AccountID = try await runner.insert(AccountStatements.insert, values)
        return Account(
            id: id, username: account.username, profile: account.profile, role: account.role, createdAt: now,
            updatedAt: now)
    }

    func update(_ account: Account) async throws(Failure) {
        let values =
            AccountRows.values(account.profile) + [
                .code(account.role), .bool(account.isActive), .bool(account.mustChangePassword),
                .instant(account.updatedAt), .id(account.id),
            ]
        guard try await runner.change(AccountStatements.update, values) == 1 else { throw .notFound(.account) }
    }

    func keep(_ hash: PasswordHash, of id: AccountID) async throws(Failure) {
        let changed = try await runner.change(AccountStatements.keepHash, [.id(id), .text(hash.phc)])
        guard changed == 1 else { throw .notFound(.account) }
    }
}
