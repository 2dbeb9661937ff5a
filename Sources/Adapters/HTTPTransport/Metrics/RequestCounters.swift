import Synchronization

/// Counts the answers to requests of one method for one route. Made once at the start: to count takes neither memory nor
/// a lock.
final class RequestCounters: Sendable {
    /// By the status's first digit, 1 to 5; at 0 is what has another one.
    private let answers: InlineArray<6, Atomic<Int>> = InlineArray { _ in Atomic(0) }
    private let buckets: InlineArray<15, Atomic<Int>> = InlineArray { _ in Atomic(0) }
    private let microseconds = Atomic(0)

    func note(status: Int, microseconds taken: Int) {
        answers[(100..<600).contains(status) ? status / 100 : 0].add(1, ordering: .relaxed)
        buckets[Latencies.bucket(of: taken)].add(1, ordering: .relaxed)
        microseconds.add(taken, ordering: .relaxed)
    }

    /// How many answers there were with a status of each first digit.
    var answersByClass: [Int] { answers.indices.map { answers[$0].load(ordering: .relaxed) } }

    var latencies: Latencies {
        Latencies(
            counts: buckets.indices.map { buckets[$0].load(ordering: .relaxed) },
            microseconds: microseconds.load(ordering: .relaxed))
    }
}
