import Application
import Domain
import OpenSSLTokens
import Testing

@Suite struct `A check of the audit trail` {
    @Test func `finds nothing in a trail that nobody touched, and counts what no head tells of`() throws {
        let trail = try TestTrail.ofADay()

        let report = trail.report()

        #expect(report.findings == [])
        #expect(report.events == 40 * 6 + 3 + 1)
        #expect(report.chains == 3)
        #expect(report.heads == 5)
        #expect(report.uncovered == 1)
        #expect(report.period == Instant.dawn...Instant.dawn.adding(minutes: 400))
    }

    @Test func `finds an event that was changed, and blames no other`() throws {
        var trail = try TestTrail.ofADay()
        let link = trail.links[10]
        trail.links[10] = link.with { $0.account = 8 }

        let findings = trail.report().findings

        #expect(findings == [.changed(link.chain, link.sequence, at: link.entry.at)])
    }

    @Test func `finds a code that was changed, also where a head tells of it`() throws {
        var trail = try TestTrail.ofADay()
        let claimed = try #require(trail.links.lastIndex { $0.chain == trail.links[0].chain })
        for index in [10, claimed] { trail.links[index] = trail.links[index].with(code: AuditCode.none) }

        let findings = trail.report().findings

        #expect(findings.compactMap { $0.events?.sequences } == [10, claimed].map { trail.place($0) })
    }

    @Test func `finds which events are missing`() throws {
        var trail = try TestTrail.ofADay()
        let (chain, next) = (trail.links[10].chain, trail.links[13])
        trail.links.removeSubrange(10...12)

        let findings = trail.report().findings

        let first = next.sequence - 3
        #expect(
            Set(findings) == [
                .missing(chain, first...first + 2, before: next.entry.at),
                .unproven(chain, next.sequence, at: next.entry.at),
            ])
    }

    @Test(arguments: [1, 2, 7]) func `finds two events that changed places`(_ distance: Int) throws {
        var trail = try TestTrail.ofADay()
        let (one, other) = (trail.links[10], trail.links[10 + distance])
        trail.links[10] = other.with(sequence: one.sequence)
        trail.links[10 + distance] = one.with(sequence: other.sequence)

        let findings = trail.report().findings

        #expect(findings.map { $0.events?.sequences.lowerBound } == [one.sequence, other.sequence])
    }

    @Test func `finds that the end of a chain was cut off, as far as a head tells of it`() throws {
        var trail = try TestTrail.ofADay()
        let chain = trail.links[0].chain
        let last = try #require(trail.links.last { $0.chain == chain }?.sequence)
        trail.links.removeAll { $0.chain == chain && $0.sequence > 20 }

        let findings = trail.report().findings

        let claimed = trail.claim(of: chain)
        #expect(claimed >= last - 1)
        #expect(findings == [.cutOff(chain, 21...claimed, head: .dawn)])
    }

    @Test func `finds that a whole chain is gone`() throws {
        var trail = try TestTrail.ofADay()
        let chain = trail.links[0].chain
        trail.links.removeAll { $0.chain == chain }

        let findings = trail.report().findings

        #expect(findings == [.chainMissing(chain, events: trail.claim(of: chain), head: .dawn)])
    }

    @Test func `finds events that were added: at the end, in a place that is taken, in none, and far away`() throws {
        var trail = try TestTrail.ofADay()
        let first = trail.links[0]
        let last = try #require(trail.links.lastIndex { $0.chain == first.chain })
        let (end, at) = (trail.links[last].sequence, first.entry.at)
        trail.links.insert(first.with(sequence: end + 9), at: last + 1)
        trail.links.insert(first.with(sequence: end + 1), at: last + 1)
        trail.links.insert(first.with(sequence: 5), at: 5)
        trail.links.insert(first.with(sequence: 0), at: 0)

        let findings = trail.report().findings

        #expect(
            Set(findings) == [
                .inserted(first.chain, 0, at: at), .inserted(first.chain, 5, at: at),
                .changed(first.chain, end + 1, at: at), .missing(first.chain, end + 2...end + 8, before: at),
                .unproven(first.chain, end + 9, at: at),
            ])
    }

    @Test func `tells the right one of two in a place, whichever comes first`() throws {
        var trail = try TestTrail.ofADay()
        let link = trail.links[10]
        trail.links.insert(link.with { $0.action = "patient.listed" }, at: 10)

        let findings = trail.report().findings

        #expect(findings == [.inserted(link.chain, link.sequence, at: link.entry.at)])
    }

    @Test func `finds events that stand among those of another chain`() throws {
        var trail = try TestTrail.ofADay()
        let first = trail.links[0]
        let place = try #require(trail.links.firstIndex { $0.chain != first.chain }) + 2
        trail.links.insert(first, at: place)

        let findings = trail.report().findings

        let comesBack = trail.links[place + 1]
        #expect(findings.contains(.inserted(first.chain, 1, at: first.entry.at)))
        #expect(findings.contains(.inserted(comesBack.chain, comesBack.sequence, at: comesBack.entry.at)))
    }

    @Test func `finds a chain that nobody with the key has written`() throws {
        var trail = try TestTrail.ofADay()
        var forger = try TestTrail(secret: "somebody else's key, long enough")
        forger.write(events: [5])
        trail.links += forger.links

        let findings = trail.report().findings

        #expect(findings == [.unknownKey(forger.links[0].chain, events: 6)])
    }

    @Test func `knows the keys of before`() throws {
        var old = try TestTrail(secret: "the key of last year, long enough")
        old.write(events: [3, 3])
        old.sign()
        var trail = try TestTrail(after: old)
        trail.write(events: [2, 2])
        trail.sign()

        let findings = trail.report(keys: [trail.seal, old.seal]).findings
        let without = trail.report().findings

        #expect(findings == [])
        #expect(without.count { if case .unknownKey = $0 { true } else { false } } == 2)
        #expect(without.contains(.headChanged(1)))
    }

    @Test func `finds a chain in ruins without end of time`() throws {
        var trail = try TestTrail()
        trail.write(events: [3000])
        for index in 500..<trail.links.count { trail.links[index] = trail.links[index].with { $0.role = "admin" } }

        let findings = trail.report().findings

        #expect(findings.count == trail.links.count - 500)
    }
}

extension TestTrail {
    /// The sequence of the link at a position, as a range.
    fileprivate func place(_ index: Int) -> ClosedRange<Int64> { links[index].sequence...links[index].sequence }

    /// How far the heads tell of a chain.
    fileprivate func claim(of chain: ChainID) -> Int64 {
        heads.compactMap { SignedAuditHead($0.text) }.flatMap(\.head.chains).filter { $0.chain == chain }.map(
            \.sequence
        )
        .max() ?? 0
    }
}
