import Application
import Domain
import OpenSSLTokens
import Testing

@Suite struct `The light of the audit trail` {
    @Test func `is of no colour before a head is signed, and without keys`() async throws {
        let scene = try await Scene()
        var ports = scene.clinic.ports
        ports.auditKeys = nil
        let blind = UseCases(ports: ports, rules: HouseRules())

        let state = try await scene.clinic.useCases.audit.checkChains(for: scene.clinic.admin)
        let unseen = try await blind.audit.checkChains(for: scene.clinic.admin)

        #expect(state.light == .unknown && state.signedAt == nil && state.age == nil)
        #expect(unseen.light == .unknown && unseen.events == 0)
    }

    @Test func `is fine when all follows, and says how old the newest head is`() async throws {
        let scene = try await Scene()
        _ = try await scene.clinic.patients.find(scene.ann, for: scene.clinic.nurse)
        try await scene.clinic.signHead()
        scene.clinic.clock.advance(seconds: 90)
        _ = try await scene.clinic.patients.find(scene.ann, for: scene.clinic.nurse)

        let state = try await scene.clinic.useCases.audit.checkChains(for: scene.clinic.admin)

        #expect(state == AuditTrailState(light: .fine, signedAt: .dawn, age: 90, events: 3))
    }

    @Test func `looks at five hundred events whatever there are, and at those of which the head tells`() async throws {
        var trail = try TestTrail()
        trail.write(events: [5])
        trail.sign()
        trail.write(events: [2_000])

        let state = try await trail.state()

        #expect(state.light == .fine && state.events == 502)
    }

    @Test func `tells of an event that was changed, removed or cut off`() async throws {
        let trail = try TestTrail.ofADay()
        let chain = trail.links[0].chain
        let last = try #require(trail.links.lastIndex { $0.chain == chain })
        var (changed, removed, cut, gone, forged) = (trail, trail, trail, trail, trail)
        changed.links[last - 2] = trail.links[last - 2].with { $0.account = 8 }
        removed.links.remove(at: last - 5)
        cut.links.removeSubrange(last - 3...last)
        gone.links.removeAll { $0.chain == chain }
        forged.links[last] = trail.links[last].with(code: AuditCode.none)

        let at = trail.links[last - 2].entry.at
        #expect(try await trail.state().light == .fine)
        #expect(try await changed.state().light == .faults([.changed(chain, trail.links[last - 2].sequence, at: at)]))
        for broken in [removed, cut, gone, forged] {
            guard case .faults(let findings) = try await broken.state().light else {
                Issue.record("nothing was found")
                continue
            }
            #expect(!findings.isEmpty)
        }
    }

    @Test func `tells of a head that was changed, and of events under another key`() async throws {
        var trail = try TestTrail.ofADay()
        let head = trail.heads[4]
        let stranger = try OpenSSLAuditSeal(secret: "somebody else's key, long enough")

        let foreign = try await trail.state(keys: [stranger])
        trail.heads[4] = KeptAuditHead(id: head.id, text: head.text.replacing("number=5", with: "number=6"))
        let changed = try await trail.state()

        #expect(changed == AuditTrailState(light: .faults([.headChanged(5)]), signedAt: nil, age: nil, events: 244))
        guard case .faults(let findings) = foreign.light else {
            Issue.record("nothing was found")
            return
        }
        #expect(findings.contains(.headChanged(5)))
        #expect(findings.count { if case .unknownKey = $0 { true } else { false } } == 3)
    }

    @Test func `knows the keys of before`() async throws {
        var old = try TestTrail(secret: "the key of last year, long enough")
        old.write(events: [3, 3])
        old.sign()
        var trail = try TestTrail(after: old)
        trail.write(events: [2, 2])
        trail.sign()

        #expect(try await trail.state(keys: [trail.seal, old.seal]).light == .fine)
    }
}

extension TestTrail {
    /// What the light of a clinic shows that has this trail.
    fileprivate func state(keys: [OpenSSLAuditSeal]? = nil) async throws -> AuditTrailState {
        let clinic = try await TestClinic()
        var ports = clinic.ports
        ports.storage = TrailStorage(storage: clinic.storage, trail: self)
        ports.auditKeys = AuditKeys(seals: keys ?? [seal], signatures: TestTrail.signatures)
        return try await UseCases(ports: ports, rules: HouseRules()).audit.checkChains(for: clinic.admin)
    }
}

extension TestClinic {
    /// Signs how far the clinic's chains have come.
    fileprivate func signHead() async throws(Failure) {
        let sign = SignAuditHead(
            storage: storage, chains: chains, seal: seal, signatures: TestTrail.signatures, clock: clock)
        _ = try await sign()
    }
}
