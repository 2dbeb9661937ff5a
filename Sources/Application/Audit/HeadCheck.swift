import Domain

/// What a head says of a chain.
struct HeadClaim: Equatable, Sendable {
    let sequence: Int64
    let code: AuditCode
    let at: Instant
}

/// Checks heads, and collects what they say of chains.
struct HeadCheck: Sendable {
    let publicKeys: Set<[UInt8]>
    let signatures: any SignatureCheck
    /// For each chain what is said of its furthest event: all before it follows from that.
    private(set) var claims: [ChainID: HeadClaim] = [:]
    private var findings: [AuditFinding] = []
    private var kept: Set<AuditCode> = []
    private var elsewhere: [AuditCode: AuditHead] = [:]

    init(publicKeys: Set<[UInt8]>, signatures: any SignatureCheck) {
        self.publicKeys = publicKeys
        self.signatures = signatures
    }

    mutating func take(_ kept: KeptAuditHead) {
        guard let head = signed(kept.text) else { return findings.append(.headChanged(kept.id)) }
        guard self.kept.insert(digest(kept.text)).inserted else { return findings.append(.headMoved(kept.id)) }
        if head.previous != .none, !self.kept.contains(head.previous) {
            findings.append(.headMissing(before: head.number, process: head.process))
        }
        note(head)
    }

    mutating func take(keptElsewhere text: some StringProtocol) -> Bool {
        guard let head = signed(text) else { return false }
        elsewhere[digest(text)] = head
        note(head)
        return true
    }

    func finish() -> [AuditFinding] {
        let lost = elsewhere.filter { !kept.contains($0.key) }.values
        let missing = lost.sorted { ($0.at, $0.number) < ($1.at, $1.number) }
        return findings + missing.map { .headNotKept($0.number, process: $0.process, at: $0.at) }
    }

    private func signed(_ text: some StringProtocol) -> AuditHead? {
        guard let signed = SignedAuditHead(text), publicKeys.contains(signed.head.publicKey),
            signatures.isSignature(
                signed.signature, of: Array(signed.head.text.utf8), by: signed.head.publicKey)
        else { return nil }
        return signed.head
    }

    private func digest(_ text: some StringProtocol) -> AuditCode { signatures.digest(of: Array(text.utf8)) }

    private mutating func note(_ head: AuditHead) {
        for chain in head.chains where chain.sequence > claims[chain.chain]?.sequence ?? 0 {
            claims[chain.chain] = HeadClaim(sequence: chain.sequence, code: chain.code, at: head.at)
        }
    }
}
