import Application
import Domain
import Synchronization
import Testing

@Suite struct `Events that come at the same time` {
    @Test func `share a commit: while one is under way, the next batch gathers`() async throws {
        let writer = HeldWriter()
        let trail = GroupedAuditTrail { events throws(Failure) in try await writer.write(events) }
        let first = Task { try await trail.record(TestTrail.event()) }
        await writer.waitForBatches(1)
        let others = (0..<200).map { _ in Task { try await trail.record(TestTrail.event()) } }
        await writer.letGo(whenWaiting: { trail.waiting == 200 })

        try await first.value
        for other in others { try await other.value }

        #expect(writer.batches == [1, 200])
    }

    @Test func `are at most five hundred in a commit`() async throws {
        let writer = HeldWriter()
        let trail = GroupedAuditTrail { events throws(Failure) in try await writer.write(events) }
        let all = (0..<1201).map { _ in Task { try await trail.record(TestTrail.event()) } }
        await writer.letGo(whenWaiting: { trail.waiting + writer.batches.reduce(0, +) == 1201 })

        for event in all { try await event.value }

        #expect(writer.batches.reduce(0, +) == 1201)
        #expect(writer.batches.allSatisfy { $0 <= 500 })
    }

    @Test func `all fail when their commit fails, and the next ones are kept`() async throws {
        let writer = HeldWriter()
        writer.fails(batch: 2)
        let trail = GroupedAuditTrail { events throws(Failure) in try await writer.write(events) }
        let first = Task { try await trail.record(TestTrail.event()) }
        await writer.waitForBatches(1)
        let others = (0..<20).map { _ in Task { try await trail.record(TestTrail.event()) } }
        await writer.letGo(whenWaiting: { trail.waiting == 20 })
        try await first.value
        for other in others { await #expect(throws: Failure.busy) { try await other.value } }

        try await trail.record(TestTrail.event())

        #expect(writer.batches == [1, 20, 1])
    }

    @Test func `are refused as busy when too many wait`() async throws {
        let writer = HeldWriter()
        let trail = GroupedAuditTrail(longestQueue: 2) { events throws(Failure) in try await writer.write(events) }
        let first = Task { try await trail.record(TestTrail.event()) }
        await writer.waitForBatches(1)
        let others = (0..<2).map { _ in Task { try await trail.record(TestTrail.event()) } }
        while trail.waiting < 2 { await Task.yield() }

        await #expect(throws: Failure.busy) { try await trail.record(TestTrail.event()) }

        await writer.letGo(whenWaiting: { true })
        try await first.value
        for other in others { try await other.value }
        #expect(writer.batches == [1, 2])
    }

    @Test func `are kept although the task of one of them was cancelled`() async throws {
        let writer = HeldWriter()
        let trail = GroupedAuditTrail { events throws(Failure) in
            try await writer.write(events)
            guard !Task.isCancelled else { throw .busy }
        }
        let first = Task { try await trail.record(TestTrail.event()) }
        await writer.waitForBatches(1)
        let second = Task { try await trail.record(TestTrail.event()) }
        while trail.waiting < 1 { await Task.yield() }
        first.cancel()
        await writer.letGo(whenWaiting: { true })

        try await first.value
        try await second.value

        #expect(writer.batches == [1, 1])
    }
}

/// Takes batches, and holds the first until it is let go.
private final class HeldWriter: Sendable {
    private struct State {
        var batches: [Int] = []
        var failing: Int?
        var isHeld = true
    }

    private let state = Mutex(State())

    var batches: [Int] { state.withLock { $0.batches } }

    func fails(batch number: Int) { state.withLock { $0.failing = number } }

    func write(_ events: [AuditEvent]) async throws(Failure) {
        let fails = state.withLock { state in
            state.batches.append(events.count)
            return state.batches.count == state.failing
        }
        while state.withLock({ $0.isHeld }) { await Task.yield() }
        if fails { throw .busy }
    }

    func waitForBatches(_ count: Int) async { while batches.count < count { await Task.yield() } }

    func letGo(whenWaiting isReady: () -> Bool) async {
        while !isReady() { await Task.yield() }
        state.withLock { $0.isHeld = false }
    }
}
