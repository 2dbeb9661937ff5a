/// How long answers took, counted in fixed buckets.
package struct Latencies: Equatable, Sendable {
    /// The upper ends of the buckets, in microseconds; what took longer than the last counts in one bucket more.
    package static let bounds = [
        500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000, 5_000_000,
        10_000_000,
    ]

    /// How many answers fell into each bucket, none of them counted twice.
    package private(set) var counts: [Int]
    /// Of all answers together.
    package private(set) var microseconds: Int

    package init(counts: [Int] = Array(repeating: 0, count: bounds.count + 1), microseconds: Int = 0) {
        self.counts = counts
        self.microseconds = microseconds
    }

    package var total: Int { counts.reduce(0, +) }

    /// The number of the bucket into which a duration falls.
    static func bucket(of microseconds: Int) -> Int {
        var bucket = 0
        while bucket < bounds.count, microseconds > bounds[bucket] { bucket += 1 }
        return bucket
    }

    package static func + (left: Latencies, right: Latencies) -> Latencies {
        Latencies(
            counts: zip(left.counts, right.counts).map { $0 + $1 },
            microseconds: left.microseconds + right.microseconds)
    }

    /// What has come since an earlier time.
    func since(_ earlier: Latencies) -> Latencies {
        Latencies(
            counts: zip(counts, earlier.counts).map { $0 - $1 }, microseconds: microseconds - earlier.microseconds)
    }

    /// Within which time so many of the answers came.
    package enum Quantile: Equatable, Sendable {
        /// About so many microseconds: answers are taken to be spread evenly over their bucket.
        case within(Int)
        /// Longer than the last bound.
        case beyond
    }

    /// - Parameter percent: of the answers, 1 to 100.
    /// - Returns: `nil` without any answers.
    package func quantile(_ percent: Int) -> Quantile? {
        let total = total
        guard total > 0 else { return nil }
        let rank = Double(total) * Double(percent) / 100
        var before = 0
        for (bucket, count) in counts.enumerated() where count > 0 {
            guard Double(before + count) >= rank else {
                before += count
                continue
            }
            guard bucket < Latencies.bounds.count else { return .beyond }
            let low = bucket == 0 ? 0 : Latencies.bounds[bucket - 1]
            let share = (rank - Double(before)) / Double(count)
            return .within(low + Int((Double(Latencies.bounds[bucket] - low) * share).rounded()))
        }
        return .beyond
    }
}
