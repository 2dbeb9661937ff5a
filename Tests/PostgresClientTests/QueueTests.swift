import Testing

@testable import PostgresClient

struct QueueTests {
    @Test func `first in is first out, over many elements`() {
        var queue = FIFO<Int>()
        var taken: [Int] = []
        for number in 0..<1_000 {
            queue.append(number)
            if number % 3 != 0, let first = queue.popFirst() { taken.append(first) }
        }

        while let first = queue.popFirst() { taken.append(first) }

        #expect(taken == Array(0..<1_000))
        #expect(queue.isEmpty)
    }

    @Test func `what is put back comes first, in its order`() {
        var queue = FIFO<Int>()
        for number in [1, 2, 3, 4] { queue.append(number) }
        _ = queue.popFirst()
        _ = queue.popFirst()

        queue.prepend([1, 2])
        queue.removeAll { $0 == 3 }

        #expect(queue.takeAll() == [1, 2, 4])
    }

    @Test func `the first to settle a waiter wins`() async {
        let waiter = Waiter<Int>()

        #expect(waiter.settle(.success(1)))
        #expect(!waiter.settle(.failure(.cancelled)))
        #expect(await (try? waiter.value()) == 1)
    }

    @Test func `pauses between attempts double up to their limit`() {
        var backoff = Backoff(.milliseconds(100)...(.seconds(1)))

        let pauses = (0..<8).map { _ in backoff.next() }

        #expect(pauses[0] <= .milliseconds(125))
        #expect(pauses[1] >= .milliseconds(150))
        #expect(pauses[7] >= .milliseconds(750))
        #expect(pauses[7] <= .milliseconds(1_250))
    }
}
