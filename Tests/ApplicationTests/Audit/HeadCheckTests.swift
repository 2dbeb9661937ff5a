import Application
import Domain
import OpenSSLTokens
import SQLitePersistence
import Testing

@Suite struct `A check of the heads` {
    @Test func `finds one that was changed`() throws {
        var trail = try TestTrail.ofADay()
        trail.heads[2] = KeptAuditHead(id: 3, text: trail.heads[2].text.replacing("number=3", with: "number=4"))

        let findings = trail.report().findings

        #expect(findings == [.headChanged(3), .headMissing(before: 4, process: trail.chains.process)])
    }

    @Test func `finds one that is missing in the middle, and the first`() throws {
        var trail = try TestTrail.ofADay()
        trail.heads.remove(at: 2)
        trail.heads.remove(at: 0)

        let findings = trail.report().findings

        let process = trail.chains.process
        #expect(findings == [.headMissing(before: 2, process: process), .headMissing(before: 4, process: process)])
    }

    @Test func `finds the last one missing with the help of a copy that was kept elsewhere`() throws {
        var trail = try TestTrail.ofADay()
        let copies = trail.heads.map(\.text)
        let chain = trail.links[0].chain
        trail.heads.removeLast(4)
        trail.links.removeAll { $0.chain == chain && $0.sequence > 8 }

        let alone = trail.report().findings
        let helped = trail.report(keptElsewhere: copies).findings

        #expect(alone == [])
        #expect(
            helped.contains { if case .cutOff(chain, let places, _) = $0 { places.lowerBound == 9 } else { false } })
        #expect(helped.count { if case .headNotKept = $0 { true } else { false } } == 4)
    }

    @Test func `finds one that is there twice, and one that comes after events`() throws {
        let trail = try TestTrail.ofADay()
        var repeated = trail
        repeated.heads.append(KeptAuditHead(id: 9, text: trail.heads[1].text))
        var verifier = AuditVerifier(seals: [trail.seal], signatures: TestTrail.signatures)
        for head in trail.heads.dropLast() { verifier.take(head) }
        for link in trail.links { verifier.take(link) }
        for head in trail.heads.suffix(1) { verifier.take(head) }

        let twice = repeated.report().findings
        let late = verifier.finish().findings

        #expect(twice == [.headMoved(9)])
        #expect(late == [.headMoved(5)])
    }

    @Test func `counts what no head covers as far as it can`() throws {
        var verifier = AuditVerifier(seals: [try TestTrail().seal], signatures: TestTrail.signatures)
        let entry = AuditEntry(at: Instant(microseconds: 0), action: "a", outcome: "b")

        for chain: UInt128 in 1...2 {
            verifier.take(ChainLink(chain: ChainID(bits: chain), sequence: .max, entry: entry, code: .none))
        }
        let report = verifier.finish()

        #expect(report.uncovered == .max && !report.findings.isEmpty)
    }

    @Test func `takes no copy whose signature is not good`() throws {
        let trail = try TestTrail.ofADay()
        var verifier = AuditVerifier(seals: [trail.seal], signatures: TestTrail.signatures)
        let copy = trail.heads[0].text

        let changed = verifier.take(keptElsewhere: copy.replacing("number=1", with: "number=2"))
        let other = verifier.take(keptElsewhere: "something else")
        let good = verifier.take(keptElsewhere: copy)

        #expect([changed, other, good] == [false, false, true])
    }

    @Test func `finds that a chain was written anew by somebody who has the key`() throws {
        let trail = try TestTrail.ofADay()
        var forged = trail
        let chain = trail.links[0].chain
        var previous = AuditCode.none
        forged.links = trail.links.map { link in
            guard link.chain == chain else { return link }
            let changed = link.with { $0.account = link.entry.account.map { $0 + 1 } }
            let bytes = changed.entry.canonicalBytes(chain: chain, sequence: link.sequence, after: previous)
            previous = trail.seal.code(of: bytes)
            return changed.with(code: previous)
        }

        let findings = forged.report().findings

        #expect(findings.count == 1)
        #expect(findings.contains { if case .otherThanHead(chain, _, _) = $0 { true } else { false } })
    }

    @Test func `takes heads of a key that it is given, without the secret`() throws {
        let trail = try TestTrail.ofADay()
        let stranger = try OpenSSLAuditSeal(secret: "somebody else's key, long enough")

        let without = trail.report(keys: [stranger]).findings
        let with = trail.report(keys: [stranger], publicKeys: [trail.seal.publicKey]).findings

        #expect(without.contains(.headChanged(1)))
        #expect(!with.contains(.headChanged(1)))
    }

    @Test func `links the first head of a process to the newest that was there`() async throws {
        let clinic = try await TestClinic()
        let seal = try OpenSSLAuditSeal(secret: "a key for tests that is long enough")
        var processes: [ChainID] = []
        for _ in 0..<2 {
            let chains = AuditChains(seal: seal, random: OpenSSLRandomSource(), clock: clinic.clock)
            processes.append(chains.process)
            let sign = SignAuditHead(
                storage: clinic.storage, chains: chains, seal: seal, signatures: TestTrail.signatures,
                clock: clinic.clock)
            for _ in 0..<2 {
                let writer = chains.writer()
                _ = writer.link([TestTrail.event()])
                writer.finish(.kept)
                _ = try await sign()
            }
            #expect(try await sign() == nil)
        }

        let heads = try await clinic.reads.audit.heads(after: 0, limit: 10)

        let signed = try heads.map { try #require(SignedAuditHead($0.text)) }
        #expect(signed.map(\.head.process) == [processes[0], processes[0], processes[1], processes[1]])
        #expect(signed.map(\.head.number) == [1, 2, 1, 2])
        let digests = heads.map { TestTrail.signatures.digest(of: Array($0.text.utf8)) }
        #expect(signed.map(\.head.previous) == [.none] + digests.dropLast())
    }

    @Test func `links the heads of processes that run at the same time, so that none can be taken out`() async throws {
        let clinic = try await TestClinic()
        let seal = try OpenSSLAuditSeal(secret: "a key for tests that is long enough")
        let chains = (0..<2).map { _ in AuditChains(seal: seal, random: OpenSSLRandomSource(), clock: clinic.clock) }
        let signing = chains.map { chains in
            SignAuditHead(
                storage: clinic.storage, chains: chains, seal: seal, signatures: TestTrail.signatures,
                clock: clinic.clock)
        }
        var links: [[ChainLink]] = [[], []]
        // The second one ends before the first, and all it ever noted is removed.
        for process in [0, 1, 0, 1, 0] {
            let writer = chains[process].writer()
            links[process] += writer.link([TestTrail.event()])
            writer.finish(.kept)
            _ = try await signing[process]()
        }
        let heads = try await clinic.reads.audit.heads(after: 0, limit: 10)

        var whole = AuditVerifier(seals: [seal], signatures: TestTrail.signatures)
        for head in heads { whole.take(head) }
        for link in links.joined().sorted(by: { ($0.chain, $0.sequence) < ($1.chain, $1.sequence) }) {
            whole.take(link)
        }
        var without = AuditVerifier(seals: [seal], signatures: TestTrail.signatures)
        for head in heads where SignedAuditHead(head.text)?.head.process == chains[0].process { without.take(head) }
        for link in links[0] { without.take(link) }

        #expect(whole.finish().findings == [])
        let process = chains[0].process
        #expect(
            without.finish().findings
                == [.headMissing(before: 2, process: process), .headMissing(before: 3, process: process)])
    }

    @Test func `finds one under a number that no server gives`() throws {
        var trail = try TestTrail.ofADay()
        trail.heads[4] = KeptAuditHead(id: .max, text: trail.heads[4].text)

        #expect(trail.report().findings.contains(.headChanged(.max)))
    }

    @Test func `finds nothing at all`() throws {
        let trail = try TestTrail()

        #expect(trail.report().findings == [.nothing])
    }

    @Test func `begin with one of a chain that has nothing yet but its beginning`() async throws {
        let seal = try OpenSSLAuditSeal(secret: "a key for tests that is long enough")
        let chains = AuditChains(seal: seal, random: OpenSSLRandomSource(), clock: TestClock())
        let storage = try await SQLiteStorage.open(SQLiteSettings(.memory), random: CountingBits(), audit: chains)
        try await storage.migrate(at: .dawn)
        let sign = SignAuditHead(
            storage: storage, chains: chains, seal: seal, signatures: TestTrail.signatures, clock: TestClock())

        let first = try await sign.begin()
        let second = try await sign()

        let links = try await storage.reads.audit.links(after: nil, limit: 10).map(\.link)
        #expect(links.map(\.entry.action) == ["chain.started"] && links[0].entry.request == chains.process.text)
        #expect(first?.head.chains == [ChainHead(chain: links[0].chain, sequence: 1, code: links[0].code)])
        #expect(second == nil)
    }

    @Test func `are signed again when they could not be kept`() async throws {
        let clinic = try await TestClinic()
        let seal = try OpenSSLAuditSeal(secret: "a key for tests that is long enough")
        let chains = AuditChains(seal: seal, random: OpenSSLRandomSource(), clock: clinic.clock)
        let writer = chains.writer()
        _ = writer.link([TestTrail.event()])
        writer.finish(.kept)
        let broken = SignAuditHead(
            storage: BrokenStorage(failure: .busy), chains: chains, seal: seal, signatures: TestTrail.signatures,
            clock: clinic.clock)

        await #expect(throws: Failure.busy) { try await broken() }

        #expect(chains.takeMoved().map(\.sequence) == [2])
    }
}
