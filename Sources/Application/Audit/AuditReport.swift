public import Domain

/// What a check of the audit trail looked at, and what it found.
public struct AuditReport: Equatable, Sendable {
    public internal(set) var events = 0
    public internal(set) var chains = 0
    public internal(set) var heads = 0
    /// Events that came after the newest head of their chain: had they been cut off, nobody could tell.
    public internal(set) var uncovered = 0
    /// The oldest and the newest event.
    public internal(set) var period: ClosedRange<Instant>?
    /// Nothing when all is as it was written.
    public internal(set) var findings: [AuditFinding] = []

    mutating func note(_ link: ChainLink) {
        events += 1
        let at = link.entry.at
        period = period.map { min($0.lowerBound, at)...max($0.upperBound, at) } ?? at...at
    }
}
