import Application
import Domain
import GRDB

/// Sessions in SQLite.
struct SQLiteSessionStore: SessionStore {
    let access: any SQLiteAccess

    func caller(of session: SessionID, account: AccountID, at now: Instant) async throws(Failure) -> Caller? {
        try await access.run { db in try SQLiteSessionStore.caller(of: session, account, at: now, in: db) }
    }

    func askForCaller(
        of session: SessionID, account: AccountID, at now: Instant
    ) -> @Sendable () async throws(Failure) -> Caller? {
        access.ask { db in try SQLiteSessionStore.caller(of: session, account, at: now, in: db) }
    }

    func list(of account: AccountID, at now: Instant) async throws(Failure) -> [Session] {
        try await access.run { db in
            let values: SQLiteValues = [account.number, now.microseconds, ListLimit.standard]
            return try db.all(SQLiteSessionStore.listing, values) { row in
                guard let id = SessionID(try row.string()) else { throw SQLiteFault.unreadableColumn("id") }
                return try SQLiteSessionStore.session(id, account, &row)
            }
        }
    }

    func insert(_ session: Session) async throws(Failure) {
        try await access.run { db in
            let values: SQLiteValues = [
                session.id.text, session.account.number, session.startedAt.microseconds,
                session.expiresAt.microseconds, session.device, session.address?.text,
                session.lastUsedAt.microseconds,
            ]
            _ = try db.write(SQLiteSessionStore.tidying, [session.startedAt.microseconds])
            _ = try db.write(SQLiteSessionStore.insertion, values)
            _ = try db.write(
                SQLiteSessionStore.signingIn, [session.startedAt.microseconds, session.account.number])
        }
    }

    /// There is one transaction at a time, so whatever is found is held.
    func findForChange(_ id: SessionID, account: AccountID, at now: Instant) async throws(Failure) -> Session? {
        try await find(id, account: account, at: now)
    }

    func find(_ id: SessionID, account: AccountID, at now: Instant) async throws(Failure) -> Session? {
        try await access.run { db in
            let values: SQLiteValues = [id.text, account.number, now.microseconds]
            return try db.first(SQLiteSessionStore.sessions, values) { row in
                try SQLiteSessionStore.session(id, account, &row)
            }
        }
    }

    func update(_ session: Session) async throws(Failure) {
        try await access.run { db in
            let values: SQLiteValues = [
                session.expiresAt.microseconds, Int64(session.generation), session.advancedAt?.microseconds,
                session.lastUsedAt.microseconds, session.id.text,
            ]
            _ = try db.write(SQLiteSessionStore.renewal, values)
        }
    }

    func noteUse(of id: SessionID, at now: Instant) async throws(Failure) {
        try await access.run { db in
            _ = try db.write(SQLiteSessionStore.noting, [now.microseconds, id.text, now.microseconds])
        }
    }

    func end(_ id: SessionID, at now: Instant) async throws(Failure) {
        try await access.run { db in
            _ = try db.write(SQLiteSessionStore.ending, [now.microseconds, id.text])
        }
    }

    func endAll(of account: AccountID, except kept: SessionID?, at now: Instant) async throws(Failure) {
        try await access.run { db in
            _ = try db.write(SQLiteSessionStore.endingAll, [now.microseconds, account.number, kept?.text])
        }
    }
}

extension SQLiteSessionStore {
    private static func caller(
        of session: SessionID, _ account: AccountID, at now: Instant, in db: Database
    ) throws -> Caller? {
        try db.first(callers, [session.text, account.number, now.microseconds]) { row in
            var caller = Caller(
                account: account, role: try row.code(), session: session, doctor: row.optionalID(),
                patient: row.optionalID())
            caller.mustChangePassword = try row.bool()
            caller.hasSecondFactor = try row.bool()
            caller.sessionUsedAt = try row.instant()
            return caller
        }
    }

    private static let callers = """
        SELECT accounts.role, accounts.doctor_id, accounts.patient_id, accounts.must_change_password,
            accounts.otp_confirmed_at IS NOT NULL, coalesce(sessions.last_used_at, sessions.started_at)

        """ + living

    private static let sessions = "SELECT \(columns) " + living

    private static let columns = """
        sessions.started_at, sessions.device, sessions.address,
            coalesce(sessions.last_used_at, sessions.started_at), sessions.expires_at, sessions.generation,
            sessions.advanced_at
        """

    private static func session(
        _ id: SessionID, _ account: AccountID, _ row: inout SQLiteRowReader
    ) throws -> Session {
        Session(
            id: id, account: account, startedAt: try row.instant(), device: try row.string(),
            address: try row.optionalString().flatMap { ClientAddress($0) }, lastUsedAt: try row.instant(),
            expiresAt: try row.instant(), generation: Int(try row.integer()),
            advancedAt: try row.optionalInstant())
    }

    private static let listing = """
        SELECT sessions.id, \(columns)
        FROM sessions
        WHERE account_id = ? AND ended_at IS NULL AND expires_at > ?
        ORDER BY coalesce(last_used_at, started_at) DESC, id
        LIMIT ?
        """

    private static let living = """
        FROM sessions JOIN accounts ON accounts.id = sessions.account_id
        WHERE sessions.id = ? AND sessions.account_id = ? AND sessions.expires_at > ? AND sessions.ended_at IS NULL
            AND accounts.is_active = 1
        """

    private static let insertion = Database.insertion(
        into: "sessions", ["id", "account_id", "started_at", "expires_at", "device", "address", "last_used_at"])

    private static let signingIn = "UPDATE accounts SET last_sign_in_at = ? WHERE id = ?"

    private static let tidying =
        "DELETE FROM sessions WHERE id IN (SELECT id FROM sessions WHERE expires_at <= ? ORDER BY expires_at LIMIT 100)"

    private static let renewal = """
        UPDATE sessions SET expires_at = ?, generation = ?, advanced_at = ?, last_used_at = ?
        WHERE id = ? AND ended_at IS NULL
        """

    private static let noting = """
        UPDATE sessions SET last_used_at = ?
        WHERE id = ? AND ended_at IS NULL AND coalesce(last_used_at, started_at) < ?
        """

    private static let ending = "UPDATE sessions SET ended_at = ? WHERE id = ? AND ended_at IS NULL"

    private static let endingAll =
        "UPDATE sessions SET ended_at = ? WHERE account_id = ? AND ended_at IS NULL AND id IS NOT ?"
}
