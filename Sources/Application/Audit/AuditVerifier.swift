public import Domain

/// Checks an audit trail: first its heads, then its links in the order of chains and sequences. Needs no database.
public struct AuditVerifier: Sendable {
    private let seals: [any AuditSeal]
    private var report = AuditReport()
    private var heads: HeadCheck
    private var chain: ChainCheck?
    private var seen: Set<ChainID> = []

    /// - Parameters:
    ///   - seals: under which the trail may have been kept.
    ///   - publicKeys: with which heads may have been signed, besides those of the seals.
    public init(seals: [any AuditSeal], publicKeys: [[UInt8]] = [], signatures: any SignatureCheck) {
        self.seals = seals
        heads = HeadCheck(publicKeys: Set(seals.map(\.publicKey) + publicKeys), signatures: signatures)
    }

    /// A head of the trail, in the order of keeping, before all links: what it says counts for those that follow.
    public mutating func take(_ head: KeptAuditHead) {
        report.heads += 1
        if !seen.isEmpty {
            finishChain()
            report.findings.append(.headMoved(head.id))
        }
        heads.take(head)
    }

    /// The text of a head that somebody kept elsewhere.
    ///
    /// - Returns: whether it is a head with a good signature; others say nothing about the trail.
    public mutating func take(keptElsewhere text: some StringProtocol) -> Bool { heads.take(keptElsewhere: text) }

    /// A link. A chain that comes back after another one counts as inserted.
    public mutating func take(_ link: ChainLink) {
        if chain?.chain != link.chain {
            finishChain()
            if seen.insert(link.chain).inserted {
                report.chains += 1
            } else {
                report.findings.append(.inserted(link.chain, link.sequence, at: link.entry.at))
            }
            chain = ChainCheck(link.chain, seals: seals, claim: heads.claims[link.chain])
        }
        report.note(link)
        chain?.take(link)
    }

    /// A line of an export that cannot be read.
    public mutating func take(unreadableLine number: Int) { report.findings.append(.unreadable(line: number)) }

    /// Events that the index by patient does not lead to.
    public mutating func take(wronglyIndexed ids: [AuditEventID]) { report.findings += ids.map { .wronglyIndexed($0) } }

    /// Events that no writer can have written.
    public mutating func take(impossible ids: [Int64]) { report.findings += ids.map { .impossible($0) } }

    /// How many events were checked so far.
    public var count: Int { report.events }

    /// The outcome, after the last link.
    public mutating func finish() -> AuditReport {
        finishChain()
        if report.events == 0, report.heads == 0 { report.findings.append(.nothing) }
        report.findings += heads.finish()
        for (chain, claim) in heads.claims.sorted(by: { $0.key < $1.key }) where !seen.contains(chain) {
            report.findings.append(.chainMissing(chain, events: claim.sequence, head: claim.at))
        }
        return report
    }

    private mutating func finishChain() {
        guard let outcome = chain?.finish() else { return }
        report.findings += outcome.findings
        // Numbers of a trail that was tampered with may be any.
        let (sum, isTooLarge) = report.uncovered.addingReportingOverflow(outcome.uncovered)
        report.uncovered = isTooLarge ? .max : sum
        chain = nil
    }
}
