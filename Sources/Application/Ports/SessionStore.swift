public import Domain

/// Finds sessions.
public protocol SessionReader: Sendable {
    /// The account behind a session that has neither ended nor expired, when it is the session's and active.
    ///
    /// - Returns: `nil` otherwise; nobody can tell why.
    func caller(of session: SessionID, account: AccountID, at now: Instant) async throws(Failure) -> Caller?
}

/// Keeps sessions.
public protocol SessionStore: SessionReader {
    /// Keeps a new session, and forgets some of those that have expired by its start, so that they do not pile up.
    func insert(_ session: Session) async throws(Failure)

    /// Moves the end of a session that still lives to a later time; never to an earlier one.
    func extend(_ id: SessionID, until expiry: Instant) async throws(Failure)

    /// Ends a session at once. Ending one that has ended, or never was, does nothing.
    func end(_ id: SessionID, at now: Instant) async throws(Failure)
}
