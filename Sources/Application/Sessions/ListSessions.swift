public import Domain

/// Lists the caller's own sessions.
public struct ListSessions: Sendable {
    let storage: any Storage
    let clock: any WallClock

    /// Those that live, the one used last first.
    public func callAsFunction(of caller: Caller) async throws(Failure) -> [Session] {
        let now = clock.now()
        let sessions = try await storage.reads.sessions.list(of: caller.account, at: now)
        try await storage.noteList(.sessionListed, showing: [], on: AuditSubject(caller.account), by: caller, at: now)
        return sessions
    }
}
