import Domain

/// Checks the end of each chain that was written of late, and the ends of which a head tells.
struct RecentChainsCheck {
    private let keys: AuditKeys
    private var claims: [ChainID: HeadClaim] = [:]
    private(set) var findings: [AuditFinding] = []
    private(set) var signedAt: Instant?
    private var seen: Set<ChainPlace> = []

    init(_ keys: AuditKeys) { self.keys = keys }

    /// How many events were checked.
    var events: Int { seen.count }

    /// The newest head.
    mutating func take(_ head: KeptAuditHead) {
        var heads = HeadCheck(publicKeys: Set(keys.seals.map(\.publicKey)), signatures: keys.signatures)
        guard heads.take(keptElsewhere: head.text) else { return findings.append(.headChanged(head.id)) }
        claims = heads.claims
        signedAt = SignedAuditHead(head.text)?.head.at
    }

    /// Where the links are of which the head tells, and those from which they follow.
    var claimed: [ChainPlace] {
        claims.flatMap { chain, claim in
            (max(1, claim.sequence - 1)...claim.sequence).map { ChainPlace(chain: chain, sequence: $0) }
        }
    }

    /// The links that were kept last, of whichever chain. Those of one chain are its last ones.
    mutating func take(newest links: [ChainLink]) {
        for (chain, links) in Dictionary(grouping: links, by: \.chain).sorted(by: { $0.key < $1.key }) {
            check(chain, links, claim: nil)
        }
    }

    /// The links in the places that were claimed.
    mutating func take(claimed links: [ChainLink]) {
        let linksByChain = Dictionary(grouping: links, by: \.chain)
        for (chain, claim) in claims.sorted(by: { $0.key < $1.key }) {
            guard let links = linksByChain[chain] else {
                findings.append(.chainMissing(chain, events: claim.sequence, head: claim.at))
                continue
            }
            check(chain, links, claim: claim)
            if claim.sequence > 1, links.allSatisfy({ $0.sequence == claim.sequence }) {
                findings.append(
                    .missing(chain, claim.sequence - 1...claim.sequence - 1, before: links[0].entry.at))
            }
        }
    }

    private mutating func check(_ chain: ChainID, _ links: [ChainLink], claim: HeadClaim?) {
        let links = links.sorted { $0.sequence < $1.sequence }
        guard let first = links.first else { return }
        seen.formUnion(links.map { ChainPlace(chain: chain, sequence: $0.sequence) })
        let isBeginning = first.sequence <= 1
        var check =
            isBeginning
            ? ChainCheck(chain, seals: keys.seals, claim: claim)
            : ChainCheck(chain, seals: keys.seals, claim: claim, after: first)
        for link in isBeginning ? links[...] : links.dropFirst() { check.take(link) }
        // What was met twice is told once.
        for finding in check.finish().findings where !findings.contains(finding) { findings.append(finding) }
    }
}
