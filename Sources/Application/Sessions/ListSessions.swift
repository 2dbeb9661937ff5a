public import Domain

/// Lists the caller's own sessions.
public struct ListSessions: Sendable {
    let storage: any Storage
    let clock: any WallClock

    /// Those that live, the one used last first.
    public func callAsFunction(of caller: Caller) async throws(Failure) -> [Session] {
        try await storage.reads.sessions.list(of: caller.account, at: clock.now())
    }
}
