import Domain

/// Checks the links of one chain, which come in the order of their sequences.
///
/// The code of a link is over the one before it as it was written. So when a link does not fit, the next one is tried both
/// on the code that stands there and on the one that should: what was changed is told from what only follows it.
struct ChainCheck: Sendable {
    let chain: ChainID
    private let claim: HeadClaim?
    private var seals: [any AuditSeal]
    /// Whether a link was found good, so that the key is known.
    private var isKeyKnown = false
    private var count = 0
    /// The greatest sequence so far.
    private var last: Int64 = 0
    /// What the code of that link may have been; nothing after a gap.
    private var codes: [AuditCode] = [.none]
    /// The same of the link before.
    private var codesBefore: [AuditCode] = []
    private var isLastGood = true
    private var suspects: [Suspect] = []
    private var findings: [AuditFinding] = []
    private var isClaimMet = true
    /// Whether links came out of their turn: then it need not be the key that they do not fit to.
    private var isInOrder = true

    /// A link that does not fit to what stands before it.
    private struct Suspect {
        let link: ChainLink
        let finding: AuditFinding
    }

    init(_ chain: ChainID, seals: [any AuditSeal], claim: HeadClaim?) {
        self.chain = chain
        self.seals = seals
        self.claim = claim
    }

    /// For a part of a chain.
    ///
    /// - Parameter anchor: the link before that part: what it holds is not checked, what follows it is.
    init(_ chain: ChainID, seals: [any AuditSeal], claim: HeadClaim?, after anchor: ChainLink) {
        self.init(chain, seals: seals, claim: claim)
        last = anchor.sequence
        codes = [anchor.code]
        if let claim, claim.sequence == anchor.sequence { isClaimMet = anchor.code == claim.code }
    }

    mutating func take(_ link: ChainLink) {
        count += 1
        guard link.sequence > last else { return takeDouble(link) }
        let at = link.entry.at
        if link.sequence > last + 1 {
            findings.append(.missing(chain, last + 1...link.sequence - 1, before: at))
            codes = []
        }
        let (isGood, computed) = check(link, after: codes)
        if !isGood {
            let isAlone = isLastGood && !codes.isEmpty
            let place = link.sequence
            suspects.append(
                Suspect(link: link, finding: isAlone ? .changed(chain, place, at: at) : .unproven(chain, place, at: at))
            )
        }
        codesBefore = codes
        codes = isGood ? [link.code] : Array(([link.code] + computed).prefix(ChainCheck.possible))
        isLastGood = isGood
        last = link.sequence
        if let claim, claim.sequence == link.sequence { isClaimMet = link.code == claim.code }
    }

    /// A second link in a place, or one that has no place. Which of two is the right one shows the next link.
    private mutating func takeDouble(_ link: ChainLink) {
        findings.append(.inserted(chain, link.sequence, at: link.entry.at))
        isInOrder = false
        guard link.sequence == last else { return }
        let (isGood, _) = check(link, after: codesBefore)
        if isGood {
            codes = [link.code]
            isLastGood = true
            suspects.removeAll { $0.link.sequence == link.sequence }
        } else {
            codes.append(link.code)
        }
    }

    /// - Returns: whether the link's code is over one of these, and else what its code would be.
    private mutating func check(_ link: ChainLink, after codes: [AuditCode]) -> (Bool, [AuditCode]) {
        var computed: [AuditCode] = []
        for code in codes {
            let bytes = link.entry.canonicalBytes(chain: chain, sequence: link.sequence, after: code)
            for seal in seals {
                let expected = seal.code(of: bytes)
                guard expected == link.code else {
                    computed.append(expected)
                    continue
                }
                seals = [seal]
                isKeyKnown = true
                return (true, [])
            }
        }
        return (false, computed)
    }

    /// - Returns: what was found, and how many links came after the furthest one of which a head tells.
    mutating func finish() -> (findings: [AuditFinding], uncovered: Int) {
        let uncovered = Int(max(0, last - (claim?.sequence ?? 0)))
        let doubtful = unresolved()
        guard isKeyKnown || count < 3 || !isInOrder else { return ([.unknownKey(chain, events: count)], uncovered) }
        let places = Set((findings + doubtful).compactMap { $0.events?.sequences.lowerBound })
        findings += doubtful
        if let claim {
            if last < claim.sequence {
                findings.append(.cutOff(chain, last + 1...claim.sequence, head: claim.at))
            } else if !isClaimMet, !places.contains(claim.sequence) {
                findings.append(.otherThanHead(chain, claim.sequence, head: claim.at))
            }
        }
        return (findings, uncovered)
    }

    /// The suspects but for those that fit to a code that now stands elsewhere, as after two links were swapped.
    private mutating func unresolved() -> [AuditFinding] {
        guard suspects.count <= ChainCheck.resolvable else { return suspects.map(\.finding) }
        let codes = suspects.map(\.link.code)
        var unresolved: [AuditFinding] = []
        for suspect in suspects where !check(suspect.link, after: codes).0 { unresolved.append(suspect.finding) }
        return unresolved
    }

    /// So many codes are tried for a link, so that a chain in ruins takes no longer than others.
    private static let possible = 4

    /// So many suspects are compared with each other; more are a chain in ruins.
    private static let resolvable = 100
}
