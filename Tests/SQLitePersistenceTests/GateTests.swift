import Domain
import Synchronization
import Testing

@testable import SQLitePersistence

@Suite("The gate")
struct GateTests {
    @Test("turns away whoever comes when too many wait")
    func fullQueue() async throws {
        let gate = SQLiteGate(longestWait: .seconds(60), longestQueue: 0)
        try await gate.enter()

        await #expect(throws: Failure.busy) { try await gate.enter() }

        gate.leave()
        try await gate.enter()
        gate.leave()
    }

    @Test("turns away whoever has waited too long")
    func longWait() async throws {
        let gate = SQLiteGate(longestWait: .milliseconds(1), longestQueue: 10)
        try await gate.enter()

        await #expect(throws: Failure.busy) { try await gate.enter() }

        gate.leave()
        try await gate.enter()
        gate.leave()
    }

    @Test("turns away whose task is cancelled, waiting or not yet", arguments: [false, true])
    func cancelled(first: Bool) async throws {
        let gate = SQLiteGate(longestWait: .seconds(60), longestQueue: 10)
        try await gate.enter()
        let task = Task { [gate] in
            if first { withUnsafeCurrentTask { $0?.cancel() } }
            try await gate.enter()
        }

        task.cancel()
        let outcome = await task.result

        #expect(throws: Failure.busy) { try outcome.get() }
        gate.leave()
        try await gate.enter()
        gate.leave()
    }

    @Test("lets one in at a time, and nobody is lost")
    func oneAtATime() async throws {
        let gate = SQLiteGate(longestWait: .seconds(60), longestQueue: 1000)
        let room = Room()

        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    try await gate.enter()
                    room.enter()
                    await Task.yield()
                    room.leave()
                    gate.leave()
                }
            }
            try await group.waitForAll()
        }

        #expect(room.most == 1)
        #expect(room.visits == 200)
    }

    @Test("turns everybody away once it is closed")
    func closed() async throws {
        let gate = SQLiteGate(longestWait: .seconds(60), longestQueue: 10)
        try await gate.enter()
        gate.leave()

        await gate.close()

        let failure = await #expect(throws: Failure.self) { try await gate.enter() }
        #expect(failure == .unavailable(Fault("the database is closed")))
    }

    @Test("closes when the one inside has left")
    func closesLast() async throws {
        let gate = SQLiteGate(longestWait: .seconds(60), longestQueue: 10)
        let room = Room()
        try await gate.enter()
        room.enter()
        let closing = Task {
            await gate.close()
            return room.isEmpty
        }

        for _ in 0..<10 { await Task.yield() }
        room.leave()
        gate.leave()

        #expect(await closing.value)
    }
}

/// Counts who is inside.
private final class Room: Sendable {
    private let counts = Mutex((inside: 0, most: 0, visits: 0))

    var most: Int { counts.withLock { $0.most } }
    var visits: Int { counts.withLock { $0.visits } }
    var isEmpty: Bool { counts.withLock { $0.inside == 0 } }

    func enter() {
        counts.withLock { counts in
            counts.inside += 1
            counts.visits += 1
            counts.most = max(counts.most, counts.inside)
        }
    }

    func leave() { counts.withLock { $0.inside -= 1 } }
}
