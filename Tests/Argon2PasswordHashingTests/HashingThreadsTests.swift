import Application
import Dispatch
import Domain
import Synchronization
import Testing

@testable import Argon2PasswordHashing

@Suite("Threads for hashing")
struct HashingThreadsTests {
    @Test("work is done on other threads and gives its result")
    func result() async throws {
        let threads = HashingThreads(count: 2, waiting: 10)

        let sum = try await threads.run { () throws(Failure) in 1 + 2 }

        #expect(sum == 3)
    }

    @Test("what the work throws is thrown")
    func failure() async {
        let threads = HashingThreads(count: 1, waiting: 10)

        await #expect(throws: Failure.unavailable(Fault("broken"))) {
            try await threads.run { () throws(Failure) -> Int in throw .unavailable(Fault("broken")) }
        }
    }

    @Test("as many pieces are taken as may be done and wait, and no more")
    func capacity() async {
        let threads = HashingThreads(count: 2, waiting: 3)
        let gate = DispatchSemaphore(value: 0)

        let added = (0..<6).map { _ in
            threads.add {
                gate.wait(); return {}
            }
        }

        let load = threads.load

        #expect(added == [true, true, true, true, true, false])
        #expect([load.threads, load.running + load.waiting, load.refused] == [2, 5, 1])
        for _ in 0..<5 { gate.signal() }
        await threads.shutDown()
    }

    @Test("a place is free again before the result of its work is known")
    func placesAreFreed() async throws {
        let threads = HashingThreads(count: 1, waiting: 0)

        for number in 0..<100 {
            let answer = try await threads.run { () throws(Failure) in number }
            #expect(answer == number)
        }
    }

    @Test("work whose waiter was cancelled before its turn is left out")
    func cancellation() async {
        let threads = HashingThreads(count: 1, waiting: 10)
        let gate = DispatchSemaphore(value: 0)
        let isDone = Atomic(false)
        _ = threads.add {
            gate.wait(); return {}
        }
        let waiter = Task {
            try await threads.run { () throws(Failure) in isDone.exchange(true, ordering: .sequentiallyConsistent) }
        }

        waiter.cancel()
        gate.signal()

        await #expect(throws: Failure.busy) { try await waiter.value }
        let wasDone = isDone.load(ordering: .sequentiallyConsistent)
        #expect(!wasDone)
    }

    @Test("shutting down finishes what waits, ends the threads, and takes nothing more")
    func shutDown() async {
        let threads = HashingThreads(count: 2, waiting: 10)
        let gate = DispatchSemaphore(value: 0)
        let done = Atomic(0)
        for _ in 0..<8 {
            _ = threads.add {
                gate.wait()
                done.add(1, ordering: .sequentiallyConsistent)
                return {}
            }
        }

        async let first: Void = threads.shutDown()
        async let second: Void = threads.shutDown()
        for _ in 0..<8 { gate.signal() }
        _ = await (first, second)
        let finished = done.load(ordering: .sequentiallyConsistent)

        #expect(finished == 8)
        #expect(!threads.add { {} })
        await #expect(throws: Failure.busy) { try await threads.run { () throws(Failure) in 1 } }
        await threads.shutDown()
    }

    @Test("threads that nobody holds any longer finish their work and end")
    func release() async {
        let gate = DispatchSemaphore(value: 0)
        let isReleased = await withCheckedContinuation { continuation in
            let threads = HashingThreads(count: 1, waiting: 1)
            _ = threads.add {
                gate.wait(); return {}
            }
            _ = threads.add { { continuation.resume(returning: true) } }
            gate.signal()
        }

        #expect(isReleased)
    }
}
