public import Domain

/// Ends one of the caller's own sessions, and with it all of its tokens.
public struct EndSession: Sendable {
    let storage: any Storage
    let clock: any WallClock

    /// - Throws: `.notFound(.session)` for one that is not the caller's, or does not live.
    public func callAsFunction(_ number: SessionNumber, by caller: Caller) async throws(Failure) {
        let now = clock.now()
        let subject = AuditSubject(.session, number)
        try await storage.transaction(by: caller, on: subject, at: now) { stores throws(Failure) in
            let sessions = try await stores.sessions.list(of: caller.account, at: now)
            guard let session = sessions.first(where: { $0.id.number == number }) else { throw .notFound(.session) }
            try await stores.sessions.end(session.id, at: now)
            try await stores.audit.record(AuditEvent(.sessionEnded, by: caller, at: now, on: subject))
        }
    }
}
