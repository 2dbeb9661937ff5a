public import Domain

/// Finds sessions.
public protocol SessionReader: Sendable {
    /// The account behind a session that has neither ended nor expired, when it is the session's and active.
    ///
    /// - Returns: `nil` otherwise; nobody can tell why. The caller has no origin and no duty yet.
    func caller(of session: SessionID, account: AccountID, at now: Instant) async throws(Failure) -> Caller?

    /// The same, asked at once and answered later, so that what is asked for next may travel with it.
    ///
    /// - Returns: waits for the answer; to be called once.
    func askForCaller(
        of session: SessionID, account: AccountID, at now: Instant
    ) -> @Sendable () async throws(Failure) -> Caller?

    /// The session, under the conditions of `caller`.
    func find(_ id: SessionID, account: AccountID, at now: Instant) async throws(Failure) -> Session?

    /// The sessions of an account that live, the one used last first; at most as many as a list may have.
    func list(of account: AccountID, at now: Instant) async throws(Failure) -> [Session]
}

extension SessionReader {
    /// Where nothing travels together, nothing is asked before it is waited for.
    public func askForCaller(
        of session: SessionID, account: AccountID, at now: Instant
    ) -> @Sendable () async throws(Failure) -> Caller? {
        { () async throws(Failure) in try await caller(of: session, account: account, at: now) }
    }
}

/// Keeps sessions.
public protocol SessionStore: SessionReader {
    /// Keeps a new session and its start as the account's last sign-in, and forgets some of those that have expired by its start, so that they do not pile up.
    func insert(_ session: Session) async throws(Failure)

    /// Like `find`, and nobody else changes it before the transaction ends.
    func findForChange(_ id: SessionID, account: AccountID, at now: Instant) async throws(Failure) -> Session?

    /// Keeps the session's expiry, generation and last use. One that has ended stays as it is.
    func update(_ session: Session) async throws(Failure)

    /// Keeps that a session was used, unless a later use is known. One that has ended stays as it is.
    func noteUse(of id: SessionID, at now: Instant) async throws(Failure)

    /// Ends a session at once. Ending one that has ended, or never was, does nothing.
    func end(_ id: SessionID, at now: Instant) async throws(Failure)

    /// Ends all living sessions of an account at once.
    ///
    /// - Parameter kept: one that goes on living; `nil` spares none.
    func endAll(of account: AccountID, except kept: SessionID?, at now: Instant) async throws(Failure)
}
