import Application
import Domain
import OpenSSLTokens
import Testing

@Suite struct `The chains of a process` {
    private let chains: AuditChains

    init() throws {
        chains = AuditChains(
            seal: try OpenSSLAuditSeal(secret: "a key for tests that is long enough"), random: CountingBits(),
            clock: TestClock())
    }

    @Test func `begin with an event that names the process`() throws {
        let links = chains.writer().link([TestTrail.event()])

        let first = try #require(links.first)
        #expect(links.map(\.sequence) == [1, 2])
        #expect(first.entry.action == "chain.started")
        #expect(first.entry.request == chains.process.text)
        #expect(first.entry.at == .dawn)
    }

    @Test func `go on where the transaction before was kept`() {
        let first = chains.writer()
        let before = first.link([TestTrail.event()])
        first.finish(.kept)

        let after = chains.writer().link([TestTrail.event()])

        #expect(after.map(\.sequence) == [3])
        #expect(after.map(\.chain) == [before[0].chain])
    }

    @Test func `have no trace of a transaction that was undone, or tried again`() {
        let kept = chains.writer()
        _ = kept.link([TestTrail.event()])
        kept.finish(.kept)
        let undone = chains.writer()
        _ = undone.link([TestTrail.event()])
        undone.finish(.undone)
        let repeated = chains.writer()
        let once = repeated.link([TestTrail.event()]) + repeated.link([TestTrail.event()])
        repeated.restart()

        let again = repeated.link([TestTrail.event()]) + repeated.link([TestTrail.event()])
        repeated.finish(.kept)

        #expect(once == again)
        #expect(again.map(\.sequence) == [3, 4])
        #expect(chains.takeMoved().map(\.sequence) == [4])
    }

    @Test func `end where nobody knows what became of a transaction`() throws {
        let kept = chains.writer()
        let before = kept.link([TestTrail.event()])
        kept.finish(.kept)
        let unknown = chains.writer()
        _ = unknown.link([TestTrail.event()])
        unknown.finish(ChainWriter.End(.unavailable(Fault("lost", outcomeUnknown: true))))

        let after = chains.writer().link([TestTrail.event()])

        #expect(after.map(\.sequence) == [1, 2])
        #expect(after[0].chain != before[0].chain)
        #expect(chains.takeMoved().map(\.sequence) == [2])
    }

    @Test func `are as many as there are transactions at a time, and each is with one of them`() {
        let writers = [chains.writer(), chains.writer(), chains.writer()]
        let names = Set(writers.map { $0.link([TestTrail.event()])[0].chain })
        for writer in writers { writer.finish(.kept) }

        let later = Set(
            [chains.writer(), chains.writer(), chains.writer()].map { $0.link([TestTrail.event()])[0].chain })

        #expect(names.count == 3)
        #expect(later == names)
    }

    @Test func `are left alone by transactions that note nothing, and by failures that undo`() {
        let silent = chains.writer()
        silent.finish(.kept)
        let writer = chains.writer()
        let failed = writer.link([TestTrail.event()])
        writer.finish(ChainWriter.End(.conflict(.licenseTaken)))

        let next = chains.writer().link([TestTrail.event()])

        #expect(chains.takeMoved().isEmpty)
        #expect(next == failed)
    }

    @Test func `are told of once, and again when that is given back, unless they have gone on`() {
        let first = chains.writer()
        _ = first.link([TestTrail.event()])
        first.finish(.kept)
        let told = chains.takeMoved()

        #expect(chains.takeMoved().isEmpty)
        chains.giveBack(told)
        #expect(chains.takeMoved() == told)
        let second = chains.writer()
        _ = second.link([TestTrail.event()])
        second.finish(.kept)
        chains.giveBack(told)
        #expect(chains.takeMoved().map(\.sequence) == [3])
    }
}
