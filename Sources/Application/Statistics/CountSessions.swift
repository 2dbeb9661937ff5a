public import Domain

/// Counts the sessions that live now.
public struct CountSessions: Sendable {
    let access: StatisticsAccess

    /// - Throws: `.notAllowed` for who may not read the audit trail.
    public func callAsFunction(for caller: Caller) async throws(Failure) -> SessionCount {
        try await access.reader(for: caller).sessions(at: access.clock.now())
    }
}
