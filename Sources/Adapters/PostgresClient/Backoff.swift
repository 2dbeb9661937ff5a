/// Pauses between attempts to connect: doubled each time up to a limit, each with jitter of ±25 %,
/// so that many processes do not return at the same moment.
struct Backoff {
    let range: ClosedRange<Duration>
    /// Since the connection last worked.
    private(set) var failures = 0

    init(_ range: ClosedRange<Duration>) {
        self.range = range
    }

    mutating func next() -> Duration {
        let doubled = range.lowerBound * (1 << min(failures, 16))
        failures += 1
        return min(doubled, range.upperBound) * Double.random(in: 0.75...1.25)
    }

    mutating func reset() {
        failures = 0
    }
}
