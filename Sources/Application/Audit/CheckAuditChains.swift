public import Domain

/// Looks at the end of the audit trail: whether the newest events follow from each other, and whether the newest head is
/// signed and what it tells of is there. Five hundred events whatever the trail's length.
public struct CheckAuditChains: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy
    let keys: AuditKeys?

    /// - Throws: `.notAllowed` for who may not read the audit trail.
    public func callAsFunction(for caller: Caller) async throws(Failure) -> AuditTrailState {
        let now = clock.now()
        guard policy.permits(.readAuditTrail, by: caller) else {
            throw try await storage.refused(.notAllowed, to: caller, at: now)
        }
        guard let keys else { return AuditTrailState(light: .unknown, signedAt: nil, age: nil, events: 0) }
        let trail = storage.reads.audit
        var check = RecentChainsCheck(keys)
        // The head first: what it tells of is kept already.
        let head = try await trail.newestHead()
        if let head { check.take(head) }
        check.take(newest: try await trail.newestLinks(limit: CheckAuditChains.mostEvents).map(\.link))
        if !check.claimed.isEmpty { check.take(claimed: try await trail.links(at: check.claimed).map(\.link)) }
        let light: AuditTrailState.Light =
            check.findings.isEmpty ? (head == nil ? .unknown : .fine) : .faults(check.findings)
        return AuditTrailState(
            light: light, signedAt: check.signedAt, age: check.signedAt.map { now.seconds - $0.seconds },
            events: check.events)
    }

    private static let mostEvents = 500
}
