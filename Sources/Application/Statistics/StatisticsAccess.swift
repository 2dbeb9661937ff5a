import Domain

/// Statistics are for those who may read the audit trail.
struct StatisticsAccess: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Throws: `.notAllowed` for anybody else.
    func reader(for caller: Caller) async throws(Failure) -> any StatisticsReader {
        guard policy.permits(.readAuditTrail, by: caller) else {
            throw try await storage.refused(.notAllowed, to: caller, at: clock.now())
        }
        return storage.reads.statistics
    }
}
