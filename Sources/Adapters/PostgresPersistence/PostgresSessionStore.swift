import Application
import Domain
import PostgresClient

/// Sessions in PostgreSQL.
struct PostgresSessionStore<Runner: StatementRunner> {
    let runner: Runner
}

extension PostgresSessionStore: SessionReader {
    func caller(of session: SessionID, account: AccountID, at now: Instant) async throws(Failure) -> Caller? {
        try await askForCaller(of: session, account: account, at: now)()
    }

    func askForCaller(
        of session: SessionID, account: AccountID, at now: Instant
    ) -> @Sendable () async throws(Failure) -> Caller? {
        let rows = runner.askForRows(SessionStatements.caller, [.text(session.text)], seeing: .nothing)
        return { () async throws(Failure) in
            do throws(PostgresError) {
                let found = try await rows().first { row throws(PostgresError) in try Self.caller(&row, session) }
                guard let found, found.caller.account == account, found.expiresAt > now else { return nil }
                return found.caller
            } catch {
                throw Failure(postgres: error)
            }
        }
    }

    private static func caller(
        _ row: inout ColumnCursor, _ session: SessionID
    ) throws(PostgresError) -> (caller: Caller, expiresAt: Instant) {
        let account: AccountID = try row.id()
        let expiresAt = try row.instant()
        var caller = Caller(
            account: account, role: try row.code(), session: session, doctor: try row.optionalID(),
            patient: try row.optionalID())
        caller.mustChangePassword = try row.bool()
        caller.hasSecondFactor = try row.bool()
        caller.sessionUsedAt = try row.instant()
        return (caller, expiresAt)
    }

    func find(_ id: SessionID, account: AccountID, at now: Instant) async throws(Failure) -> Session? {
        let values: [PostgresValue] = [.text(id.text), .id(account), .instant(now)]
        return try await runner.first(SessionStatements.find, values) { row throws(PostgresError) in
            try SessionStatements.session(id, account, &row)
        }
    }

    func list(of account: AccountID, at now: Instant) async throws(Failure) -> [Session] {
        let values: [PostgresValue] = [.id(account), .instant(now), .int64(Int64(ListLimit.standard))]
        return try await runner.all(SessionStatements.list, values) { row throws(PostgresError) in
            guard let id = SessionID(try row.string()) else { throw .unexpectedValue(column: 0) }
            return try SessionStatements.session(id, account, &row)
        }
    }
}

extension PostgresSessionStore: SessionStore where Runner == PostgresTransaction {
    func insert(_ session: Session) async throws(Failure) {
        let values: [PostgresValue] = [
            .text(session.id.text), .id(session.account), .instant(session.startedAt), .instant(session.expiresAt),
            .text(session.device), PostgresValue(session.address?.text), .instant(session.lastUsedAt),
        ]
        try await runner.change(SessionStatements.tidy, [.instant(session.startedAt)])
        try await runner.change(SessionStatements.signIn, [.id(session.account), .instant(session.startedAt)])
        try await runner.change(SessionStatements.insert, values)
    }

    func findForChange(_ id: SessionID, account: AccountID, at now: Instant) async throws(Failure) -> Session? {
        let values: [PostgresValue] = [.text(id.text), .id(account), .instant(now)]
        return try await runner.first(SessionStatements.findForChange, values) { row throws(PostgresError) in
            try SessionStatements.session(id, account, &row)
        }
    }

    func update(_ session: Session) async throws(Failure) {
        let values: [PostgresValue] = [
            .text(session.id.text), .instant(session.expiresAt), .int64(Int64(session.generation)),
            session.advancedAt.map { .instant($0) } ?? .null, .instant(session.lastUsedAt),
        ]
        try await runner.change(SessionStatements.update, values)
    }

    func noteUse(of id: SessionID, at now: Instant) async throws(Failure) {
        try await runner.change(SessionStatements.noteUse, [.text(id.text), .instant(now)])
    }

    func end(_ id: SessionID, at now: Instant) async throws(Failure) {
        try await runner.change(SessionStatements.end, [.text(id.text), .instant(now)])
    }

    func endAll(of account: AccountID, except kept: SessionID?, at now: Instant) async throws(Failure) {
        let values: [PostgresValue] = [.id(account), PostgresValue(kept?.text), .instant(now)]
        try await runner.change(SessionStatements.endAll, values)
    }
}
