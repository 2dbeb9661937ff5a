import Application
import Domain
import OpenSSLTokens

/// An audit trail in memory, as it is read from a store, with the heads of its process.
struct TestTrail: Sendable {
    static let signatures = OpenSSLSignatureCheck()

    let seal: OpenSSLAuditSeal
    let chains: AuditChains
    /// By chain and sequence.
    var links: [ChainLink] = []
    var heads: [KeptAuditHead] = []
    private var previous = AuditCode.none

    init(secret: String = "a key for tests that is long enough", after other: TestTrail? = nil) throws {
        seal = try OpenSSLAuditSeal(secret: secret)
        chains = AuditChains(seal: seal, random: OpenSSLRandomSource(), clock: TestClock())
        guard let other else { return }
        links = other.links
        heads = other.heads
        previous = other.previous
    }

    /// Three chains of one process with some hundred events, of which a head tells but for the last.
    static func ofADay() throws -> TestTrail {
        var trail = try TestTrail()
        for round in 0..<40 {
            trail.write(events: [1, 2, 3], at: round * 10)
            if round.isMultiple(of: 10) { trail.sign() }
        }
        trail.sign()
        trail.write(events: [1], at: 400)
        return trail
    }

    /// Transactions at the same time, each with so many events.
    mutating func write(events counts: [Int], at minute: Int = 0) {
        let writers = counts.map { _ in chains.writer() }
        for (writer, count) in zip(writers, counts) {
            links += writer.link((0..<count).map { TestTrail.event(minute: minute + $0) })
        }
        // In the other order, so that each finds its own chain again.
        for writer in writers.reversed() { writer.finish(.kept) }
        links.sort { ($0.chain, $0.sequence) < ($1.chain, $1.sequence) }
    }

    mutating func sign() {
        let head = AuditHead(
            process: chains.process, number: Int64(heads.count + 1), at: .dawn, previous: previous,
            chains: chains.takeMoved(), publicKey: seal.publicKey)
        let text = SignedAuditHead(head: head, signature: seal.signature(of: Array(head.text.utf8))).text
        heads.append(KeptAuditHead(id: Int64(heads.count + 1), text: text))
        previous = TestTrail.signatures.digest(of: Array(text.utf8))
    }

    static func event(minute: Int = 0) -> AuditEvent {
        let ann = PatientID(Int64(minute) + 1)
        return AuditEvent(
            .patientRead, by: Caller(account: AccountID(7)!, role: .staff, session: SessionID(bits: 1)),
            at: Instant.dawn.adding(minutes: minute), on: ann.map { AuditSubject($0) },
            patients: Set([ann].compactMap(\.self)))
    }

    /// What a check finds.
    func report(
        keys: [OpenSSLAuditSeal]? = nil, publicKeys: [[UInt8]] = [], keptElsewhere: [String] = []
    ) -> AuditReport {
        var verifier = AuditVerifier(seals: keys ?? [seal], publicKeys: publicKeys, signatures: TestTrail.signatures)
        for text in keptElsewhere { _ = verifier.take(keptElsewhere: text) }
        for head in heads { verifier.take(head) }
        for link in links { verifier.take(link) }
        return verifier.finish()
    }
}

extension ChainLink {
    /// The same with something else in it.
    func with(
        chain: ChainID? = nil, sequence: Int64? = nil, code: AuditCode? = nil,
        _ change: (inout AuditEntry) -> Void = { _ in }
    ) -> ChainLink {
        var entry = entry
        change(&entry)
        return ChainLink(
            chain: chain ?? self.chain, sequence: sequence ?? self.sequence, entry: entry, code: code ?? self.code)
    }
}
