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

    func find(_ ids: Set<AccountID>) async throws(Failure) -> [Account] {
        try await runner.all(AccountStatements.findMany, [.ids(ids)], AccountRows.account)
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

    func linked(
        to doctor: DoctorID?, or patient: PatientID?, except: AccountID?
    ) async throws(Failure) -> [Conflict] {
        let values: [PostgresValue] = [
            PostgresValue(doctor?.number), PostgresValue(patient?.number), PostgresValue(except?.number),
        ]
        let linked = try await runner.first(AccountStatements.linked, values) { row throws(PostgresError) in
            [try row.bool() ? Conflict.doctorHasAccount : nil, try row.bool() ? Conflict.patientHasAccount : nil]
        }
        return (linked ?? []).compactMap(\.self)
    }

    func list(_ query: AccountQuery) async throws(Failure) -> [Account] {
        guard let selection = selection(query) else { return [] }
        return try await runner.list(selection, query, column: Self.column, AccountRows.account)
    }

    func outline(_ query: AccountQuery) async throws(Failure) -> [ListEntry] {
        guard let selection = selection(query) else { return [] }
        return try await runner.outline(selection, query, column: Self.column, AccountRows.outline)
    }

    func count(_ query: AccountQuery) async throws(Failure) -> Int {
        guard let selection = selection(query) else { return 0 }
        return try await runner.count(selection)
    }

    private func selection(_ query: AccountQuery) -> Selection? {
        guard !query.search.contains(where: \.isNeverStored),
            var selection = Selection(AccountRows.columns, from: "accounts", marksDeleted: false)
        else { return nil }
        selection.search(query.search)
        selection.require("t.role = ?", query.role.map { .code($0) })
        selection.require("t.is_active = ?", query.isActive.map { .bool($0) })
        return selection
    }

    private static func column(_ key: AccountSortKey) -> String {
        switch key {
        case .id: "t.id"
        case .username: "t.username"
        case .createdAt: "t.created_at"
        case .updatedAt: "t.updated_at"
        }
    }
}

extension PostgresAccountStore: AccountStore where Runner == PostgresTransaction {
    func findForChange(_ id: AccountID) async throws(Failure) -> Account? {
        try await runner.first(AccountStatements.findForChange, [.id(id)], AccountRows.account)
    }

    func countOtherAdministrators(than id: AccountID) async throws(Failure) -> Int {
        // By two statements: what others did before they let go is seen by the second.
        try await runner.change(AccountStatements.lockAdministrators, [.int64(AdvisoryLock.administrators)])
        return try await runner.first(AccountStatements.countOtherAdministrators, [.id(id)]) {
            row throws(PostgresError) in
            try row.int()
        } ?? 0
    }

    func credentialsForChange(_ id: AccountID) async throws(Failure) -> Credentials? {
        try await runner.first(AccountStatements.credentialsForChange, [.id(id)], AccountRows.credentials)
    }

    func insert(_ account: NewAccount, at now: Instant) async throws(Failure) -> Account {
        let values =
            AccountRows.values(account) + [
                .instant(now), .text(account.username), .text(account.username.key), .text(account.passwordHash.phc),
            ]
        let id: AccountID = try await runner.insert(AccountStatements.insert, values)
        return Account(id: id, account, at: now)
    }

    func update(_ account: Account) async throws(Failure) {
        let values = AccountRows.values(account) + [.instant(account.updatedAt), .id(account.id)]
        guard try await runner.change(AccountStatements.update, values) == 1 else { throw .notFound(.account) }
    }

    func keep(_ hash: PasswordHash, of id: AccountID) async throws(Failure) {
        let changed = try await runner.change(AccountStatements.keepHash, [.id(id), .text(hash.phc)])
        guard changed == 1 else { throw .notFound(.account) }
    }

    func keep(_ language: Language?, of id: AccountID) async throws(Failure) {
        let changed = try await runner.change(
            AccountStatements.keepLanguage, [.id(id), PostgresValue(language?.rawValue)])
        guard changed == 1 else { throw .notFound(.account) }
    }
}
